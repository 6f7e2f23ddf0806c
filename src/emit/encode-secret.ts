import type { Encoding } from '../model/text.ts';

const namedXml = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

const encoders: Readonly<Record<Encoding, (value: string) => string>> = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  form: (value) => {
    let encoded = '';
    for (const byte of Buffer.from(value, 'utf8')) {
      const character = String.fromCharCode(byte);
      if (character === ' ') encoded += '+';
      else if (/[A-Za-z0-9.\-_~]/.test(character)) encoded += character;
      else encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return encoded;
  },
  base64: (value) => Buffer.from(value, 'utf8').toString('base64'),
  xml: (value) => value.replace(/[&<>]/g, (character) => namedXml.get(character) ?? character),
};

/** Applies one of a variable's encodings; `form` is Faraday's (a space is `+`, unreserved are A-Z a-z 0-9 `.-_~`, the rest UTF-8 in upper-case hex). */
export function encodeSecret(value: string, encoding: Encoding): string {
  return encoders[encoding](value);
}
