import { HarnessError } from '../../harness-error.ts';
import type { SecretValues } from '../../model/text.ts';
import { checkHeaderValue } from '../check/check-header-value.ts';
import { checkUrl } from '../check/check-url.ts';
import { textValue } from '../text-value.ts';
import type { CurlCommand, CurlOption } from './curl-command.ts';

/** curl 7.88 reads no more of a line of its config file; the whole line, name and quotes included. */
const lineLimit = 102_384;

export interface ConfigPaths {
  /** Where curl finds the body's bytes (`/dev/fd/3`, or a file); needed where the command has one. */
  readonly body?: string;
}

/**
 * The command with its secrets as text for the standard input of `curl --disable --config -`. Beside the shell's options it pins HTTP/1.1
 * and the schemes, never changes the URL, and decodes coded answers without asking for them. Never to be written to a file.
 */
export function printConfig(command: CurlCommand, values: SecretValues, paths: ConfigPaths = {}): string {
  checkUrl(command.url, values);
  const present = new Set(command.options.map(({ name }) => name));
  const lines = [
    `url = ${quote('url', textValue(command.url, values))}`,
    ...command.options.map((option) => printOption(option, values)),
    ...(command.content === null ? [] : [`data-binary = ${quote('data-binary', `@${bodyPath(paths)}`)}`]),
    ...['http1.1', 'globoff', 'path-as-is'].filter((name) => !present.has(name)),
    ...(present.has('compressed') ? [] : acceptAnyCoding(command)),
    'proto = "=http,https"',
  ];
  for (const line of lines) {
    if (Buffer.byteLength(line, 'utf8') > lineLimit) {
      const name = line.slice(0, line.indexOf(' '));
      throw new HarnessError('too-large', `‹${name}› is longer than curl reads (100 kB)`, {
        hint: 'move it into the body of the request',
      });
    }
  }
  return `${lines.join('\n')}\n`;
}

function printOption({ name, value }: CurlOption, values: SecretValues): string {
  if (value === undefined) return name;
  const text = textValue(value, values);
  return `${name} = ${quote(name, name === 'header' ? presentHeader(text) : text)}`;
}

/** A field whose value turned out blank would be taken as suppressed; `Name;` sends it empty. `Accept:` is meant as it is. */
function presentHeader(field: string): string {
  const colon = field.indexOf(':');
  if (colon < 0) return field;
  const name = field.slice(0, colon);
  const value = field.slice(colon + 1);
  checkHeaderValue(name, value);
  return /^[ \t]+$/.test(value) ? `${name};` : field;
}

/** `--compressed` undoes a coding that nobody asked for, as Newman does; its own `Accept-Encoding` is suppressed. */
function acceptAnyCoding({ options }: CurlCommand): readonly string[] {
  const named = options.some(({ name, value }) => name === 'header' && /^accept-encoding[:;]/i.test(String(value?.[0] ?? '')));
  return named ? ['compressed'] : ['compressed', 'header = "Accept-Encoding:"'];
}

function bodyPath({ body }: ConfigPaths): string {
  if (body === undefined) throw new Error('a command with a body needs the path of its bytes');
  return body;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\v', '\\v'],
]);

/** Quoted as curl's manual says under `--config`: these six have escapes, every other character stands for itself, NUL cannot stand at all. */
function quote(name: string, text: string): string {
  if (text.includes('\0'))
    throw new HarnessError('invalid-option', `‹${name}› has a NUL character in it, which curl cannot take`);
  return `"${text.replace(/[\\"\t\n\r\v]/g, (character) => escapes.get(character) ?? character)}"`;
}
