import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { NewmanPolicy } from '../protocol.ts';

/** TLS options of an agent; PEM text. */
export interface TlsFiles {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
  readonly rejectUnauthorized?: boolean;
}

/** Reads the files that a policy names; throws Node's error where one cannot be read (Newman itself would go on without it). */
export function readTlsFiles({ caFile, clientCertificate, verifyTls }: NewmanPolicy): TlsFiles {
  const certificate = clientCertificate === undefined ? undefined : readFileSync(clientCertificate.certificateFile, 'utf8');
  const key = clientCertificate?.keyFile === undefined ? certificate : readFileSync(clientCertificate.keyFile, 'utf8');
  return {
    ...(caFile === undefined ? {} : { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] }),
    ...(certificate === undefined || key === undefined ? {} : { cert: certificate, key }),
    ...(verifyTls ? {} : { rejectUnauthorized: false }),
  };
}
