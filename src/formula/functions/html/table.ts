import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { bytesArgument, textOfBytes } from '../encoding/bytes.ts';
import { spendText } from '../spend-text.ts';
import { decodeEntities } from './entities.ts';
import { removeTags } from './remove-tags.ts';

/** Functions that write text for HTML and for URLs, and read it back. */
export const htmlFunctions: readonly FunctionEntry[] = [
  changing('ESCAPE', 'The text with & < > " and \' escaped for HTML.', escapeHtml),
  changing('HTML_ENCODE', 'The text with & < > " and \' escaped for HTML; other letters stay.', escapeHtml),
  changing('ESCAPE_ONCE', 'The text escaped for HTML, without escaping what is an entity already.', (text) =>
    escapeHtml(text, /["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g),
  ),
  changing('HTML_DECODE', 'The text with HTML entities as the characters they stand for.', decodeEntities),
  changing('STRIP_HTML', 'The text without tags, comments, scripts and style sheets.', removeTags),
  changing('NEWLINE_TO_BR', 'The text with <br /> before each line break.', (text) => text.replaceAll(/\r?\n/g, '<br />\n')),
  define(
    describe(
      'URL_ENCODE',
      'text, encoding:',
      'The text percent-encoded; a space is + in a form (the default) and %20 with "uri".',
    ),
    ([text, encoding = 'form'], { spend }) => {
      if (encoding !== 'form' && encoding !== 'uri')
        throw invalidArgument('URL_ENCODE', 'encoding form or uri', 'something else');
      const bytes = bytesArgument('URL_ENCODE', text);
      spend(bytes.length);
      return percentEncode(bytes, encoding === 'form' ? '+' : '%20');
    },
  ),
  define(describe('URL_DECODE', 'text', 'The text with percent codes and + decoded.'), ([text], { spend }) => {
    const encoded = textArgument('URL_DECODE', text).replaceAll('+', ' ');
    spend(encoded.length);
    return percentDecode(encoded);
  }),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Text', parameters, summary, source: documentationPage(name) };
}

function changing(name: string, summary: string, change: (text: string) => string): FunctionEntry {
  return define(describe(name, 'text', summary), ([text], context) => spendText(change(textArgument(name, text)), context));
}

const htmlEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string, pattern: RegExp = /[&<>"']/g): string {
  return text.replaceAll(pattern, (character) => htmlEscapes[character] ?? character);
}

function percentEncode(bytes: Uint8Array, space: string): string {
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9_.~-]/.test(character)) return character;
    return character === ' ' ? space : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function percentDecode(text: string): string | Uint8Array {
  if (!text.includes('%')) return text;
  const bytes = new TextEncoder().encode(text);
  const decoded: number[] = [];
  for (let index = 0; index < bytes.length; index++) {
    const code = bytes[index] === PERCENT ? String.fromCharCode(bytes[index + 1] ?? 0, bytes[index + 2] ?? 0) : '';
    const isCode = /^[0-9A-Fa-f]{2}$/.test(code);
    decoded.push(isCode ? Number.parseInt(code, 16) : (bytes[index] ?? 0));
    if (isCode) index += 2;
  }
  return textOfBytes(Uint8Array.from(decoded));
}

const PERCENT = 0x25;
