/** Where a proxy listens, in the form that Node's connections take. */
export function proxyAddress({ protocol, hostname, port }: URL): { readonly host: string; readonly port: number } {
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}
