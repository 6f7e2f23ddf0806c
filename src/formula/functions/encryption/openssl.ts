import { type CipherGCMTypes, createCipheriv, createDecipheriv } from 'node:crypto';
import { FormulaError } from '../../syntax/formula-error.ts';

/** A cipher that OPENSSL_ENCRYPT offers, with the lengths of its key and initialization vector in bytes. */
export interface OpensslCipher {
  readonly name: 'aes-128-cbc' | 'aes-256-cbc' | 'aes-128-ecb' | 'aes-256-ecb' | CipherGCMTypes;
  readonly mode: 'cbc' | 'ecb' | 'gcm';
  readonly keyLength: number;
  readonly ivLength: number;
}

const ciphers: readonly OpensslCipher[] = [
  { name: 'aes-128-cbc', mode: 'cbc', keyLength: 16, ivLength: 16 },
  { name: 'aes-256-cbc', mode: 'cbc', keyLength: 32, ivLength: 16 },
  { name: 'aes-256-gcm', mode: 'gcm', keyLength: 32, ivLength: 12 },
  { name: 'aes-256-ecb', mode: 'ecb', keyLength: 32, ivLength: 0 },
  { name: 'aes-128-ecb', mode: 'ecb', keyLength: 16, ivLength: 0 },
];

/** What is to be encrypted or decrypted, and what with; `caller` is the formula function that errors name. */
export interface OpensslWork {
  readonly caller: string;
  readonly cipher: OpensslCipher;
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly aad?: Uint8Array | undefined;
}

/** The documented cipher of that name, in any case; any other is a FormulaError that lists them. */
export function opensslCipher(caller: string, name: string): OpensslCipher {
  const cipher = ciphers.find((known) => known.name === name.toLowerCase());
  if (cipher !== undefined) return cipher;
  const choices = ciphers.map((known) => known.name).join(', ');
  throw new FormulaError('evaluation', `Invalid argument to ${caller}, unknown algorithm`, { hint: `Use one of ${choices}.` });
}

/** The ciphertext, and in GCM its 16-byte authentication tag. */
export function opensslEncrypt(
  text: Uint8Array,
  work: OpensslWork,
): { readonly encrypted: Uint8Array; readonly tag?: Uint8Array } {
  checkLengths(work);
  const { cipher, key, iv, aad } = work;
  if (!isGcm(cipher.name)) {
    const plainCipher = createCipheriv(cipher.name, key, cipher.mode === 'ecb' ? null : iv);
    return { encrypted: Buffer.concat([plainCipher.update(text), plainCipher.final()]) };
  }
  const gcm = createCipheriv(cipher.name, key, iv);
  if (aad !== undefined) gcm.setAAD(aad);
  const encrypted = Buffer.concat([gcm.update(text), gcm.final()]);
  return { encrypted, tag: gcm.getAuthTag() };
}

/** The plaintext; a wrong key, or in GCM a wrong tag or other data, is a FormulaError that tells nothing of them. */
export function opensslDecrypt(encrypted: Uint8Array, work: OpensslWork & { readonly tag?: Uint8Array | undefined }): Uint8Array {
  checkLengths(work);
  const { cipher, key, iv, aad, tag } = work;
  try {
    if (!isGcm(cipher.name)) {
      const plainCipher = createDecipheriv(cipher.name, key, cipher.mode === 'ecb' ? null : iv);
      return Buffer.concat([plainCipher.update(encrypted), plainCipher.final()]);
    }
    const gcm = createDecipheriv(cipher.name, key, iv, { authTagLength: 16 });
    if (tag !== undefined) gcm.setAuthTag(tag);
    if (aad !== undefined) gcm.setAAD(aad);
    return Buffer.concat([gcm.update(encrypted), gcm.final()]);
  } catch {
    throw new FormulaError('evaluation', `${work.caller} cannot decrypt this`, {
      hint: 'Check that the key, the algorithm and the initialization vector are those it was encrypted with.',
    });
  }
}

function checkLengths({ caller, cipher, key, iv }: OpensslWork): void {
  if (key.length !== cipher.keyLength) {
    throw new FormulaError('evaluation', `Invalid argument to ${caller}, key must be ${cipher.keyLength} bytes`);
  }
  const isIvWrong = cipher.mode === 'cbc' ? iv.length !== cipher.ivLength : cipher.mode === 'gcm' && iv.length === 0;
  if (isIvWrong) throw new FormulaError('evaluation', `Invalid argument to ${caller}, iv must be ${cipher.ivLength} bytes`);
}

function isGcm(name: OpensslCipher['name']): name is CipherGCMTypes {
  return name.endsWith('gcm');
}
