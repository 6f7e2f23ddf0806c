import { type Answer, headerOf } from '../../answers/answer.ts';
import { placedMessage } from './placed-message.ts';

const COUNT = 60;
const LENGTH = 600;
const DEPTH = 6;

/** Every text in which an answer may say what is wrong: the values of a JSON body, the elements of XML, the words of HTML or plain text, and error headers. */
export function collectMessages(answer: Answer): readonly string[] {
  const headers = (answer.headers ?? [])
    .filter(([name]) =>
      /^(?:x-.*error.*|x-.*reason.*|www-authenticate|proxy-authenticate|x-amzn-errortype|grpc-message|x-deny-reason|proxy-status|warning)$/i.test(
        name,
      ),
    )
    .map(([, value]) => value);
  const { text, json } = answer;
  const body = json !== undefined ? leaves(json, 0) : text === null ? [] : texts(text, headerOf(answer, 'content-type') ?? '');
  return [...headers, ...body]
    .filter((message) => message.trim() !== '')
    .map((message) => message.trim().slice(0, LENGTH))
    .slice(0, COUNT);
}

function leaves(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > DEPTH) return [];
  const placed = placedMessage(value);
  if (placed !== null) return [placed];
  return Object.entries(value)
    .filter(([name, inner]) => !isLink(name, inner))
    .flatMap(([, inner]) => leaves(inner, depth + 1))
    .slice(0, COUNT);
}

/** A link to the documentation is no message; the type of a problem (RFC 9457) is one. */
function isLink(name: string, value: unknown): boolean {
  return name !== 'type' && typeof value === 'string' && /^https?:\/\/\S+$/i.test(value.trim());
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '‹'],
  ['gt', '›'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** What a character reference of HTML stands for. */
function character(written: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? written;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : ' ';
}

function texts(text: string, type: string): readonly string[] {
  if (/<!doctype html|<html/i.test(text) || /html/i.test(type)) {
    const title = /<title[^<>]*>([^<]*)/i.exec(text)?.[1] ?? '';
    const words = text
      .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<[^<>]+>/g, ' ')
      .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,6}));/gi, character)
      .replace(/\s+/g, ' ');
    return [title, words];
  }
  if (/^\s*</.test(text))
    return [
      ...[...text.matchAll(/<([A-Za-z][\w:.-]*)[^<>]*>([^<>]+)<\//g)].map((match) => match[2] ?? ''),
      ...[...text.matchAll(/\s(?:msg|message|reason|description)\s*=\s*"([^"]+)"/gi)].map((match) => match[1] ?? ''),
    ];
  return [text];
}
