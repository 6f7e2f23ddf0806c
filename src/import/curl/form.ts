import { createHash } from 'node:crypto';
import type { HeaderField } from '../../model/request-spec.ts';
import { textOfBytes } from '../body-of-bytes.ts';
import type { PlainPart } from '../plain-request.ts';
import { workingError } from '../working-error.ts';
import type { CurlArgument } from './arguments.ts';
import { type CurlSources, readCurlFile } from './input.ts';

/** The parts that `--form` and `--form-string` make (curl's manual, `--form`). */
export function readCurlForm(options: readonly CurlArgument[], sources: CurlSources): readonly PlainPart[] {
  return options.flatMap((option) => {
    if (option.name !== 'form' && option.name !== 'form-string') return [];
    const equals = option.value.indexOf('=');
    if (equals < 1) {
      throw workingError('invalid-option', `a value of ‹--${option.name}› in the command has no name`, {
        hint: `write --${option.name} name=value`,
        place: option.place,
      });
    }
    const name = option.value.slice(0, equals);
    const value = option.value.slice(equals + 1);
    return [option.name === 'form-string' ? { name, headers: [], content: value } : readPart(name, value, { option, sources })];
  });
}

interface PartReading {
  readonly option: CurlArgument;
  readonly sources: CurlSources;
}

function readPart(name: string, value: string, { option, sources }: PartReading): PlainPart {
  if (value.startsWith('=(') || value.startsWith('(')) {
    throw workingError('invalid-option', 'a form with parts in parts cannot be read here', {
      hint: 'send the parts one by one',
      place: option.place,
    });
  }
  const isFile = value.startsWith('@');
  const isText = value.startsWith('<');
  const [content, parameters] = takeParameters(isFile || isText ? value.slice(1) : value);
  const type = parameters.get('type');
  const given = parameters.get('filename');
  const filename = given ?? (isFile ? (content.split(/[/\\]/u).at(-1) ?? content) : undefined);
  const contentType = type ?? (isFile || given !== undefined ? guessType(given ?? content) : undefined);
  const headers: readonly HeaderField[] = contentType === undefined ? [] : [['Content-Type', contentType]];
  const bytes = isFile || isText ? readCurlFile(content, sources, option.place) : undefined;
  return {
    name,
    ...(filename === undefined ? {} : { filename }),
    headers,
    content: bytes === undefined ? content : (textOfBytes(bytes) ?? bytes),
  };
}

/** `content;type=text/plain;filename="a;b"`: the content, and what is said of it. */
function takeParameters(value: string): readonly [content: string, parameters: ReadonlyMap<string, string>] {
  const pieces = [...value.matchAll(/(?:^|;)((?:[A-Za-z]+=)?"(?:[^"\\]|\\.)*"[^;]*|[^;]*)/gsu)].map(([, piece = '']) => piece);
  const [first = '', ...rest] = pieces;
  const parameters = new Map<string, string>();
  let known = '';
  for (const piece of rest) {
    const [, name, text = ''] = /^\s*(type|filename|headers|encoder)=(.*)$/isu.exec(piece) ?? [];
    if (name !== undefined) {
      known = name.toLowerCase();
      parameters.set(known, unquote(text));
    } else if (known === 'type') parameters.set('type', `${parameters.get('type') ?? ''};${piece}`);
  }
  return [unquote(first), parameters];
}

function unquote(text: string): string {
  const [, inside] = /^\s*"((?:[^"\\]|\\.)*)"\s*$/su.exec(text) ?? [];
  return inside === undefined ? text : inside.replace(/\\(["\\])/gu, '$1');
}

const types: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  pdf: 'application/pdf',
  xml: 'application/xml',
};

/** The type that curl gives a file by the end of its name. */
export function guessType(file: string): string {
  return types[/\.(\w+)$/u.exec(file)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** A boundary like curl's, drawn from the parts: the same parts give the same one. */
export function boundaryOf(parts: readonly PlainPart[]): string {
  const hash = createHash('sha256');
  for (const { name, filename = '', content } of parts) hash.update(`${name}\0${filename}\0`).update(content);
  return `------------------------${hash.digest('hex').slice(0, 22)}`;
}
