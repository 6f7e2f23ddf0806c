import selfsigned from 'selfsigned';

/** A certificate with its private key; PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface CertificateOptions {
  readonly issuer?: Certificate;
  /** What the certificate is valid for: an IP address or a name. */
  readonly host?: string;
  readonly from?: Date;
  readonly until?: Date;
}

/** Makes a certificate for 127.0.0.1 that is valid now, signed by itself unless it has an issuer. */
export async function makeCertificate({
  issuer,
  host = '127.0.0.1',
  from,
  until,
}: CertificateOptions = {}): Promise<Certificate> {
  const altName = /^[\d.]+$/.test(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host };
  const made = await selfsigned.generate([{ name: 'commonName', value: `test ${host}` }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: from ?? new Date(Date.now() - 86_400_000),
    notAfterDate: until ?? new Date(Date.now() + 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [altName] },
    ],
    ...(issuer === undefined ? {} : { ca: issuer }),
  });
  return { cert: made.cert, key: made.private };
}

/** Makes a certificate that may sign others. */
export async function makeAuthority(): Promise<Certificate> {
  const made = await selfsigned.generate([{ name: 'commonName', value: 'test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86_400_000),
    notAfterDate: new Date(Date.now() + 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true },
    ],
  });
  return { cert: made.cert, key: made.private };
}
