import { createHmac } from 'node:crypto';
import type { FunctionContext } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { base64Text, strictBase64Bytes } from '../encoding/base64.ts';
import { opensslCipher, opensslDecrypt, opensslEncrypt } from './openssl.ts';

// `tines-compare` in base64.
const mark = 'dGluZXMtY29tcGFyZQ==';
const empty = new Uint8Array();

/** A text to seal; `expiresIn` are seconds from now after which it is refused. */
export interface Sealing {
  readonly caller: string;
  readonly key: Uint8Array;
  readonly expiresIn?: number | undefined;
}

/**
 * Text encrypted and authenticated (AES-256-GCM) as five base64 parts joined by dots. Tines does not publish the form of its own:
 * this one is read by `unseal` only, and Tines cannot read it.
 */
export function seal(text: Uint8Array, { caller, key, expiresIn }: Sealing, context: FunctionContext): string {
  const iv = context.randomBytes(12);
  const expiry = expiresIn === undefined ? '' : String(Math.floor(context.now.getTime() / 1000) + expiresIn);
  const aad = Buffer.from(expiry);
  const cipher = opensslCipher(caller, 'aes-256-gcm');
  const { encrypted, tag = new Uint8Array() } = opensslEncrypt(text, { caller, cipher, key: innerKey(key), iv, aad });
  return [mark, base64Text(iv), base64Text(encrypted), base64Text(tag), base64Text(aad)].join('.');
}

/** Whether a text has the form that `seal` gives it. */
export function isSealed(text: string): boolean {
  return text.startsWith(`${mark}.`);
}

/** What was sealed; another key, a changed text and one past its time are FormulaErrors, Tines' own form is `unsupported`. */
export function unseal(text: string, { caller, key }: Sealing, now: Date): Uint8Array {
  if (!isSealed(text)) {
    throw new FormulaError('unsupported', `${caller}: Tines does not publish the form of its encrypted text`, {
      hint: `Put the text that ${caller} gives in Tines into the data in its place, or use OPENSSL_DECRYPT.`,
    });
  }
  const [, iv = empty, encrypted = empty, tag = empty, aad = empty] = text
    .split('.')
    .map((part) => strictBase64Bytes(part) ?? empty);
  const cipher = opensslCipher(caller, 'aes-256-gcm');
  const plain = opensslDecrypt(encrypted, { caller, cipher, key: innerKey(key), iv, tag, aad });
  const expiry = Buffer.from(aad).toString('latin1');
  if (expiry !== '' && Number(expiry) <= now.getTime() / 1000)
    throw new FormulaError('evaluation', `${caller}: the encrypted text has expired`);
  return plain;
}

function innerKey(key: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update('tines-compare sealed text').digest();
}
