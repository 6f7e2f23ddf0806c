import { createHash, createHmac } from 'node:crypto';
import type { FunctionEntry } from '../evaluate/function-entry.ts';
import { define } from './define.ts';
import { documentationPage } from './documentation-page.ts';
import { bytesArgument } from './encoding/bytes.ts';

type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha512';

const category = 'Hashing/Signing';

/** Digests and keyed digests (HMAC, RFC 2104) of text or binary, in hexadecimal or base64. */
export const hashingFunctions: readonly FunctionEntry[] = [
  digest('MD5', 'md5', 'hex'),
  digest('MD5_BASE64', 'md5', 'base64'),
  digest('SHA1', 'sha1', 'hex'),
  digest('SHA256', 'sha256', 'hex'),
  digest('SHA256_BASE64', 'sha256', 'base64'),
  digest('SHA512', 'sha512', 'hex'),
  keyedDigest('HMAC_SHA1', 'sha1', 'hex'),
  keyedDigest('HMAC_SHA1_BASE64', 'sha1', 'base64'),
  keyedDigest('HMAC_SHA256', 'sha256', 'hex'),
  keyedDigest('HMAC_SHA256_BASE64', 'sha256', 'base64'),
];

function digest(name: string, algorithm: Algorithm, encoding: 'hex' | 'base64'): FunctionEntry {
  const summary = `${algorithm.toUpperCase()} of text or binary, in ${encoding}.`;
  return define({ name, category, parameters: 'text', summary, source: documentationPage(name) }, ([text], { spend }) => {
    const bytes = bytesArgument(name, text);
    spend(bytes.length);
    return createHash(algorithm).update(bytes).digest(encoding);
  });
}

function keyedDigest(name: string, algorithm: Algorithm, encoding: 'hex' | 'base64'): FunctionEntry {
  const summary = `HMAC-${algorithm.toUpperCase()} of text or binary under a secret, in ${encoding}.`;
  return define(
    { name, category, parameters: 'text, secret', summary, source: documentationPage(name) },
    ([text, secret], { spend }) => {
      const bytes = bytesArgument(name, text);
      spend(bytes.length);
      return createHmac(algorithm, bytesArgument(name, secret)).update(bytes).digest(encoding);
    },
  );
}
