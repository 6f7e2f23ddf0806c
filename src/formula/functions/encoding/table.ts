import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { flagArgument } from '../flag-argument.ts';
import { base64Text, lenientBase64Bytes, strictBase64Bytes } from './base64.ts';
import { bytesArgument, textOfBytes } from './bytes.ts';

const category = 'Data Parsing/Conversion';

/** Base64 in both alphabets and hexadecimal. Decoding gives text where the bytes are valid UTF-8, else the bytes. */
export const encodingFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'BASE64_ENCODE',
      category,
      parameters: 'text',
      summary: 'Base64 of text or binary, without line breaks.',
      source: documentationPage('BASE64_ENCODE'),
    },
    ([text], { spend }) => {
      const bytes = bytesArgument('BASE64_ENCODE', text);
      spend(bytes.length);
      return base64Text(bytes);
    },
  ),
  define(
    {
      name: 'BASE64_DECODE',
      category,
      parameters: 'text, strict:',
      summary: 'What base64 text stands for (RFC 4648; with strict: FALSE RFC 2045, which passes over other characters).',
      source: documentationPage('BASE64_DECODE'),
    },
    ([text, strict], { spend }) => {
      const encoded = textArgument('BASE64_DECODE', text);
      spend(encoded.length);
      if (!flagArgument(strict, true)) return textOfBytes(lenientBase64Bytes(encoded));
      return textOfBytes(strictBase64Bytes(encoded) ?? refuse('BASE64_DECODE', 'base64 encoded text'));
    },
  ),
  define(
    {
      name: 'BASE64URL_ENCODE',
      category,
      parameters: 'text',
      summary: 'Base64 in the alphabet that is safe in URLs (RFC 4648, section 5), padded as Ruby pads it.',
      source: documentationPage('BASE64URL_ENCODE'),
    },
    ([text], { spend }) => {
      const bytes = bytesArgument('BASE64URL_ENCODE', text);
      spend(bytes.length);
      return base64Text(bytes).replaceAll('+', '-').replaceAll('/', '_');
    },
  ),
  define(
    {
      name: 'BASE64URL_DECODE',
      category,
      parameters: 'text',
      summary: 'What base64 text in the alphabet that is safe in URLs stands for, with or without padding.',
      source: documentationPage('BASE64URL_DECODE'),
    },
    ([text], { spend }) => {
      const encoded = textArgument('BASE64URL_DECODE', text);
      spend(encoded.length);
      const standard = encoded.replaceAll('-', '+').replaceAll('_', '/');
      const padded = standard.endsWith('=') ? standard : standard.padEnd(Math.ceil(standard.length / 4) * 4, '=');
      return textOfBytes(strictBase64Bytes(padded) ?? refuse('BASE64URL_DECODE', 'URL-safe base64 encoded text'));
    },
  ),
  define(
    {
      name: 'TO_HEX',
      category,
      parameters: 'text',
      summary: 'Lower-case hexadecimal of text or binary.',
      source: documentationPage('TO_HEX'),
    },
    ([text], { spend }) => {
      const bytes = bytesArgument('TO_HEX', text);
      spend(bytes.length);
      return Buffer.from(bytes).toString('hex');
    },
  ),
  define(
    {
      name: 'HEX_PARSE',
      category,
      parameters: 'hex_text, error_on_invalid_hex:',
      summary: 'What hexadecimal text stands for; other characters are read as Ruby reads them, or are an error.',
      source: documentationPage('HEX_PARSE'),
    },
    ([text, strict], { spend }) => {
      const hex = textArgument('HEX_PARSE', text);
      spend(hex.length);
      if (flagArgument(strict, false) && !/^(?:[0-9A-Fa-f]{2})*$/.test(hex)) {
        throw invalidArgument('HEX_PARSE', 'hexadecimal string', hex);
      }
      return textOfBytes(hexBytes(hex));
    },
  ),
];

// As Ruby's pack('H*'): a letter counts by its low three bits plus 9, any other byte by its low four bits; an odd end is padded with 0.
function hexBytes(hex: string): Uint8Array {
  const digits = new TextEncoder().encode(hex);
  const bytes = new Uint8Array(Math.ceil(digits.length / 2));
  digits.forEach((code, index) => {
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    const nibble = (isLetter ? (code & 7) + 9 : code) & 15;
    bytes[index >> 1] = (bytes[index >> 1] ?? 0) | (index % 2 === 0 ? nibble << 4 : nibble);
  });
  return bytes;
}

function refuse(name: string, expected: string): never {
  throw invalidArgument(name, expected, 'Text');
}
