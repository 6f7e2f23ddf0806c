import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { arrayArgument, invalidArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { base64Text } from '../encoding/base64.ts';
import { bytesArgument, textOfBytes } from '../encoding/bytes.ts';
import { encodedArgument, spentBytes } from './arguments.ts';
import { opensslCipher, opensslDecrypt, opensslEncrypt } from './openssl.ts';
import { rsaDecrypt, rsaEncrypt, rsaSign } from './rsa.ts';

const category = 'Encryption';
const base64Form = 'inferred: binary is given and taken as base64';

/** Encryption and signatures with RSA keys. No error tells anything of a key. */
export const rsaFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'RSA_ENCRYPT',
      category,
      parameters: 'plain_message, key, padding:',
      summary: 'A short message encrypted with an RSA key, in base64.',
      source: `${documentationPage('RSA_ENCRYPT')}; ${base64Form}`,
    },
    ([message, key, padding]) => {
      const caller = 'RSA_ENCRYPT';
      return base64Text(rsaEncrypt(bytesArgument(caller, message), { caller, key, padding }));
    },
  ),
  define(
    {
      name: 'RSA_DECRYPT',
      category,
      parameters: 'encrypted_message, key, padding:',
      summary: 'What was encrypted with the other key of an RSA pair; binary or base64.',
      source: `${documentationPage('RSA_DECRYPT')}; ${base64Form}`,
    },
    ([message, key, padding]) => {
      const caller = 'RSA_DECRYPT';
      return textOfBytes(rsaDecrypt(encodedArgument(caller, message) ?? new Uint8Array(), { caller, key, padding }));
    },
  ),
  define(
    {
      name: 'RSA_SIGN',
      category,
      parameters: 'data, key, digest:',
      summary: 'The RSA signature (PKCS #1 v1.5) of data, in base64.',
      source: `${documentationPage('RSA_SIGN')}; ${base64Form}`,
    },
    ([data, key, digest], context) => {
      const caller = 'RSA_SIGN';
      return base64Text(rsaSign(spentBytes(bytesArgument(caller, data), context), digest, { caller, key }));
    },
  ),
  define(
    {
      name: 'RSA_AES_HYBRID_ENCRYPT',
      category,
      parameters: 'plain_message, key, padding:',
      summary:
        'A message of any length encrypted with a fresh AES key, which RSA encrypts: key, initialization vector and data in base64.',
      source: `${documentationPage('RSA_AES_HYBRID_ENCRYPT')}; inferred: AES-256-CBC; ${base64Form}`,
    },
    ([message, key, padding], context) => {
      const caller = 'RSA_AES_HYBRID_ENCRYPT';
      const work = {
        caller,
        cipher: opensslCipher(caller, 'aes-256-cbc'),
        key: context.randomBytes(32),
        iv: context.randomBytes(16),
      };
      const { encrypted } = opensslEncrypt(spentBytes(bytesArgument(caller, message), context), work);
      const locked = [work.key, work.iv].map((part) => base64Text(rsaEncrypt(part, { caller, key, padding })));
      return [...locked, base64Text(encrypted)];
    },
  ),
  define(
    {
      name: 'RSA_AES_HYBRID_DECRYPT',
      category,
      parameters: 'encrypted_data_array, key, padding:',
      summary: 'What RSA_AES_HYBRID_ENCRYPT encrypted.',
      source: `${documentationPage('RSA_AES_HYBRID_DECRYPT')}; inferred: AES-256-CBC; ${base64Form}`,
    },
    ([parts, key, padding]) => {
      const caller = 'RSA_AES_HYBRID_DECRYPT';
      const [aesKey, iv, data] = arrayArgument(caller, parts).map((part) => encodedArgument(caller, part));
      if (aesKey === undefined || iv === undefined || data === undefined)
        throw invalidArgument(caller, 'an array of three texts', 'Array');
      const cipher = opensslCipher(caller, 'aes-256-cbc');
      const open = (part: Uint8Array) => rsaDecrypt(part, { caller, key, padding });
      return textOfBytes(opensslDecrypt(data, { caller, cipher, key: open(aesKey), iv: open(iv) }));
    },
  ),
];
