import type { Value } from '../../../model/value.ts';
import type { FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { numberOf } from '../../values/number-of.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { base64Text, lenientBase64Bytes } from '../encoding/base64.ts';
import { bytesArgument, textOfBytes } from '../encoding/bytes.ts';
import { encodedArgument, spentBytes } from './arguments.ts';
import { opensslCipher, opensslDecrypt, opensslEncrypt } from './openssl.ts';
import { rsaFunctions } from './rsa-functions.ts';
import { isSealed, seal, unseal } from './sealed.ts';

const category = 'Encryption';
const secretForm = 'inferred: the form that Tines uses is not published, so what is encrypted here is decrypted only here';

/** Symmetric and asymmetric encryption, and RSA signatures. No error tells anything of a key. */
export const encryptionFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'OPENSSL_ENCRYPT',
      category,
      parameters: 'text, algorithm, key, [aad]',
      summary: 'Text encrypted with a fresh initialization vector: an object of base64 texts.',
      source: documentationPage('OPENSSL_ENCRYPT'),
    },
    ([text, algorithm, key, aad], context) => opensslEncrypted(text, algorithm, { key, aad, context }),
  ),
  define(
    {
      name: 'OPENSSL_DECRYPT',
      category,
      parameters: 'ciphertext, algorithm, key, [iv], [aad], [auth_tag]',
      summary: 'What OPENSSL_ENCRYPT encrypted.',
      source: documentationPage('OPENSSL_DECRYPT'),
    },
    ([ciphertext, algorithm, key, iv, aad, tag]) => {
      const caller = 'OPENSSL_DECRYPT';
      const cipher = opensslCipher(caller, textArgument(caller, algorithm));
      const work = { caller, cipher, key: bytesArgument(caller, key), iv: encodedArgument(caller, iv) ?? new Uint8Array() };
      const bytes = encodedArgument(caller, ciphertext) ?? new Uint8Array();
      return textOfBytes(
        opensslDecrypt(bytes, { ...work, aad: encodedArgument(caller, aad), tag: encodedArgument(caller, tag) }),
      );
    },
  ),
  define(
    {
      name: 'AES_ENCRYPT',
      category,
      parameters: 'text, key, [iv], mode:, expires_in:',
      summary: 'Text encrypted with AES-256-CBC, in base64; with mode "aead" authenticated.',
      source: `${documentationPage('AES_ENCRYPT')}; ${secretForm} (mode "aead")`,
    },
    ([text, key, iv, mode, expiresIn], context) => {
      const caller = 'AES_ENCRYPT';
      if (mode === 'aead') return sealed(caller, { text, key, expiresIn }, context);
      if ((mode ?? null) !== null) throw invalidArgument(caller, 'mode "aead"', 'Text');
      return base64Text(opensslEncrypt(spentBytes(bytesArgument(caller, text), context), aesWork(caller, key, iv)).encrypted);
    },
  ),
  define(
    {
      name: 'AES_DECRYPT',
      category,
      parameters: 'encoded_text, key, [iv]',
      summary: 'What AES_ENCRYPT encrypted, or AES-256-CBC in base64.',
      source: `${documentationPage('AES_DECRYPT')}; ${secretForm} (mode "aead")`,
    },
    ([encodedText, key, iv], { now }) => {
      const caller = 'AES_DECRYPT';
      const text = textArgument(caller, encodedText);
      if (isSealed(text) || text.includes('.')) return textOfBytes(unseal(text, { caller, key: longKey(caller, key) }, now));
      return textOfBytes(opensslDecrypt(lenientBase64Bytes(text), aesWork(caller, key, iv)));
    },
  ),
  define(
    {
      name: 'TINES_ENCRYPT',
      category,
      parameters: 'text, key, [expires_in]',
      summary: 'Text encrypted and authenticated, for TINES_DECRYPT.',
      source: `${documentationPage('TINES_ENCRYPT')}; ${secretForm}`,
    },
    ([text, key, expiresIn], context) => sealed('TINES_ENCRYPT', { text, key, expiresIn }, context),
  ),
  define(
    {
      name: 'TINES_DECRYPT',
      category,
      parameters: 'encrypted, key',
      summary: 'What TINES_ENCRYPT encrypted here.',
      source: `${documentationPage('TINES_DECRYPT')}; ${secretForm}`,
    },
    ([encrypted, key], { now }) => {
      const caller = 'TINES_DECRYPT';
      return textOfBytes(unseal(textArgument(caller, encrypted), { caller, key: longKey(caller, key) }, now));
    },
  ),
  ...rsaFunctions,
];

interface OpensslArguments {
  readonly key: Value | undefined;
  readonly aad: Value | undefined;
  readonly context: FunctionContext;
}

function opensslEncrypted(text: Value | undefined, algorithm: Value | undefined, { key, aad, context }: OpensslArguments): Value {
  const caller = 'OPENSSL_ENCRYPT';
  const cipher = opensslCipher(caller, textArgument(caller, algorithm));
  const iv = cipher.ivLength === 0 ? new Uint8Array() : context.randomBytes(cipher.ivLength);
  const data = (aad ?? null) === null ? undefined : bytesArgument(caller, aad);
  const bytes = spentBytes(bytesArgument(caller, text), context);
  const { encrypted, tag } = opensslEncrypt(bytes, { caller, cipher, key: bytesArgument(caller, key), iv, aad: data });
  const result = new Map<string, Value>([['encrypted', base64Text(encrypted)]]);
  if (iv.length > 0) result.set('iv', base64Text(iv));
  if (data !== undefined && tag !== undefined) result.set('aad', base64Text(data));
  if (tag !== undefined) result.set('auth_tag', base64Text(tag));
  return result;
}

function aesWork(caller: string, key: Value | undefined, iv: Value | undefined) {
  const cipher = opensslCipher(caller, 'aes-256-cbc');
  // Ruby's OpenSSL uses zeros where no vector is set.
  const vector = (iv ?? null) === null ? new Uint8Array(cipher.ivLength) : bytesArgument(caller, iv);
  return { caller, cipher, key: bytesArgument(caller, key), iv: vector };
}

interface SealArguments {
  readonly text: Value | undefined;
  readonly key: Value | undefined;
  readonly expiresIn: Value | undefined;
}

function sealed(caller: string, { text, key, expiresIn }: SealArguments, context: FunctionContext): string {
  const seconds = (expiresIn ?? null) === null ? undefined : Number(numberOf(expiresIn ?? null) ?? Number.NaN);
  if (seconds !== undefined && !(seconds >= 0)) throw invalidArgument(caller, 'expires_in of 0 or more seconds', 'another value');
  const bytes = spentBytes(bytesArgument(caller, text), context);
  return seal(bytes, { caller, key: longKey(caller, key), expiresIn: seconds }, context);
}

function longKey(caller: string, key: Value | undefined): Uint8Array {
  const bytes = bytesArgument(caller, key);
  if (bytes.length < 32) throw new FormulaError('evaluation', `Invalid argument to ${caller}, key must be at least 32 bytes`);
  return bytes;
}
