import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{http}${path}`,
  method: 'get',
  headers,
});

/** What goes wrong on the way to nginx, behind it, and in Tines alone. */
export const transportCases: readonly RealCase[] = [
  { title: 'a gateway without its server', cause: 'server-error', options: get('/gateway/') },
  { title: 'a gateway whose server is late', cause: 'server-error', options: get('/late/') },
  {
    title: 'a service that is down',
    cause: 'server-error',
    options: get('/down/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  { title: 'no answer in time', cause: 'timeout', options: { ...get('/slow/'), timeout: '1' } },
  { title: 'no connection', cause: 'connect', options: { url: 'http://127.0.0.1:1/', method: 'get' } },
  {
    title: 'a certificate of its own',
    cause: 'tls-untrusted',
    options: { url: 'https://{https}/open/item.json', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.token>>' } },
  },
  {
    title: 'a certificate that has expired',
    cause: 'tls-untrusted',
    options: { url: 'https://{expired}/open/item.json', method: 'get' },
  },
  {
    title: 'a certificate for another name',
    cause: 'tls-untrusted',
    options: { url: 'https://{elsewhere}/open/item.json', method: 'get' },
  },
  {
    title: 'no client certificate',
    cause: 'tls-client-certificate-required',
    words: ['--insecure'],
    options: { url: 'https://{mutual}/open/item.json', method: 'get' },
  },
  { title: 'http at the port of https', cause: 'tls-other', options: { url: 'http://{https}/open/item.json', method: 'get' } },
  { title: 'https at the port of http', cause: 'tls-other', options: { url: 'https://{http}/open/item.json', method: 'get' } },
  {
    title: 'an empty credential in Tines',
    cause: 'credential-empty',
    event: 'missing',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'another credential in Tines',
    cause: 'credential-rejected',
    event: 'invalid',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
];
