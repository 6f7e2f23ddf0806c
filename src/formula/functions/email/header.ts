import { charsetText, decodedWords, latin1Bytes } from './word.ts';

/** A header field, unfolded, as its bytes; the name as written. */
export type EmailField = readonly [name: string, value: string];

/** The header of a message or of one of its parts, and the rest of the text. */
export interface EmailHeader {
  readonly fields: readonly EmailField[];
  readonly body: string;
}

/** A field such as Content-Type: its value in lower case, and its parameters by names in lower case. */
export interface ParameterizedField {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Cuts text into header fields (RFC 5322, section 2.2) and body. Lines that are no field are passed over. */
export function readEmailHeader(text: string): EmailHeader {
  const end = /(?:^|\r?\n)\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const fields: EmailField[] = [];
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/s.exec(line) ?? [];
    if (name !== undefined) fields.push([name, value.trimEnd()]);
  }
  return { fields, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

/** The first field of that name, in any case; undefined if there is none. */
export function emailField(fields: readonly EmailField[], name: string): string | undefined {
  return fields.find(([other]) => other.toLowerCase() === name)?.[1];
}

/** Reads a field with parameters, among them those in pieces and with a charset (RFC 2231). */
export function parameterizedField(text: string): ParameterizedField {
  const [, value = ''] = /^\s*([^;]*)/.exec(text) ?? [];
  const parameters = new Map<string, string>();
  const pieces = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of text.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g)) {
    const parameter = quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(.)/g, '$1');
    const [, base = '', part, extended] = /^([^*]*)(\*\d+)?(\*)?$/.exec(name.toLowerCase()) ?? [];
    if (part === undefined && extended === undefined) parameters.set(base, decodedWords(parameter));
    else pieces.set(base, (pieces.get(base) ?? '') + (extended === undefined ? encodeURIComponent(parameter) : parameter));
  }
  for (const [name, joined] of pieces) parameters.set(name, extendedText(joined));
  return { value: value.trim().toLowerCase(), parameters };
}

function extendedText(text: string): string {
  const [, charset, encoded = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? [];
  const raw = encoded.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return charsetText(latin1Bytes(raw), charset || undefined);
}
