import { HarnessError } from '../../harness-error.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { printableText } from '../printable-text.ts';

const DOCUMENTED: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** The method in upper case; POST where the action names none. What is no token of RFC 9110, and CONNECT, which has no path, is an `unsupported-method`. */
export function specifyMethod(options: OptionReader, notes: Notes): string {
  const written = options.plain('method') ?? 'post';
  const source = options.place('method');
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(written) || written.toUpperCase() === 'CONNECT') {
    const hint = 'Tines sends GET, POST, PUT, PATCH and DELETE.';
    throw new HarnessError('unsupported-method', `‹${printableText([written])}› is not a method that a request can have.`, {
      source,
      hint,
    });
  }
  const method = written.toUpperCase();
  if (!DOCUMENTED.has(method)) {
    notes.warn(
      'method-undocumented',
      `Tines documents GET, POST, PUT, PATCH and DELETE; whether it sends ‹${method}› is not known.`,
      source,
    );
  }
  return method;
}
