import {
  constants,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  sign,
} from 'node:crypto';
import type { Value } from '../../../model/value.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { bytesArgument } from '../encoding/bytes.ts';

/** The key of an RSA function, and the padding it was given; `caller` is the function that errors name. */
export interface RsaWork {
  readonly caller: string;
  readonly key: Value | undefined;
  readonly padding?: Value | undefined;
}

const paddings: ReadonlyMap<string, number> = new Map([
  ['PKCS1_PADDING', constants.RSA_PKCS1_PADDING],
  ['PKCS1_OAEP_PADDING', constants.RSA_PKCS1_OAEP_PADDING],
]);

/** Bytes encrypted with a public or private key, as Ruby's `public_encrypt` and `private_encrypt`. */
export function rsaEncrypt(bytes: Uint8Array, work: RsaWork): Uint8Array {
  const padding = paddingOf(work);
  const key = rsaKey(work.caller, work.key);
  return attempt(work.caller, 'encrypt', () =>
    key.type === 'private' ? privateEncrypt({ key, padding }, bytes) : publicEncrypt({ key, padding }, bytes),
  );
}

/** Bytes decrypted with the other key of the pair. */
export function rsaDecrypt(bytes: Uint8Array, work: RsaWork): Uint8Array {
  const padding = paddingOf(work);
  const key = rsaKey(work.caller, work.key);
  return attempt(work.caller, 'decrypt', () =>
    key.type === 'private' ? decryptPrivately(bytes, key, padding) : publicDecrypt({ key, padding }, bytes),
  );
}

// Node refuses PKCS #1 v1.5 here, against timing attacks on servers: RFC 8017, section 7.2.2, step 3, is done by hand.
function decryptPrivately(bytes: Uint8Array, key: KeyObject, padding: number): Uint8Array {
  if (padding !== constants.RSA_PKCS1_PADDING) return privateDecrypt({ key, padding }, bytes);
  const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new RangeError('decryption error');
  return block.subarray(end + 1);
}

/** The PKCS #1 v1.5 signature of bytes under a private key; the digest is SHA256, SHA384 or SHA512. */
export function rsaSign(bytes: Uint8Array, digest: Value | undefined, { caller, key }: RsaWork): Uint8Array {
  const name = (digest ?? null) === null ? 'SHA256' : textArgument(caller, digest).toUpperCase();
  if (!['SHA256', 'SHA384', 'SHA512'].includes(name)) throw invalidArgument(caller, 'digest SHA256, SHA384 or SHA512', 'Text');
  const loaded = rsaKey(caller, key);
  if (loaded.type !== 'private') throw invalidArgument(caller, 'a private key', 'public key');
  return attempt(caller, 'sign', () => sign(name, bytes, loaded));
}

function paddingOf({ caller, padding }: RsaWork): number {
  const name = (padding ?? null) === null ? 'PKCS1_PADDING' : textArgument(caller, padding);
  if (name === 'SSLV23_PADDING') {
    throw new FormulaError('unsupported', `${caller}: SSLV23_PADDING is not supported here`, {
      hint: 'OpenSSL 3 has no such padding any more. Use PKCS1_PADDING or PKCS1_OAEP_PADDING.',
    });
  }
  return paddings.get(name) ?? refusePadding(caller);
}

function refusePadding(caller: string): never {
  throw invalidArgument(caller, 'padding PKCS1_PADDING, PKCS1_OAEP_PADDING or SSLV23_PADDING', 'Text');
}

function rsaKey(caller: string, value: Value | undefined): KeyObject {
  const pem = Buffer.from(bytesArgument(caller, value)).toString('utf8').replaceAll('\\n', '\n').trim();
  try {
    const key = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : createPublicKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // The reason may quote the key.
  }
  throw new FormulaError('evaluation', `Invalid argument to ${caller}, the key cannot be read`, {
    hint: 'Give an RSA key in PEM, with its BEGIN and END lines and its line breaks.',
  });
}

function attempt<T>(caller: string, verb: string, work: () => T): T {
  try {
    return work();
  } catch {
    throw new FormulaError('evaluation', `${caller} cannot ${verb} this with the key`, {
      hint: 'The message may be too long for the key, or the key and the padding may not be those it was made with.',
    });
  }
}
