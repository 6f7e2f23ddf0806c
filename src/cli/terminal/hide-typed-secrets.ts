import { typedSecrets } from '../../secrets/typed-secrets.ts';
import type { Surroundings, Terminal } from './terminal.ts';

/**
 * The surroundings with dots for each secret that stands in the words of the command line (see `typedSecrets`), in whatever is told of them: errors,
 * suggestions, warnings, and the excerpts of a formula that was typed. The report is not touched.
 */
export function hideTypedSecrets(words: readonly string[], surroundings: Surroundings): Surroundings {
  const { terminal, files } = surroundings;
  let secrets: readonly string[] | undefined;
  const hide = (text: string): string => {
    secrets ??= typedSecrets(words);
    return secrets.reduce(withDots, text);
  };
  const wasTyped = (text: string): boolean => words.some((word) => text === word || text === `=${word}`);
  const guarded: Terminal = {
    print: terminal.print,
    tell: (text) => terminal.tell(hide(text)),
    colour: terminal.colour,
    get columns() {
      return terminal.columns;
    },
    get ask() {
      return terminal.ask;
    },
    get askHidden() {
      return terminal.askHidden;
    },
  };
  return {
    ...surroundings,
    terminal: guarded,
    files: {
      texts: files.texts,
      read: files.read,
      // What is kept from elsewhere is read again, and stays as it is.
      keep: (name, text) => ({ ...files.keep(name, wasTyped(text) ? hide(text) : text), text }),
    },
  };
}

const shortestPart = 8;

/** Finds the secret in any case, as a host is told in lower case, and a beginning of it that a message cut off. */
function withDots(text: string, secret: string): string {
  const [plain, sought] = [text.toLowerCase(), secret.toLowerCase()];
  const head = sought.slice(0, shortestPart);
  let result = '';
  let end = 0;
  for (let start = plain.indexOf(head); start >= 0; start = plain.indexOf(head, Math.max(end, start + 1))) {
    let stop = start + head.length;
    while (stop - start < sought.length && plain[stop] === sought[stop - start]) stop += 1;
    if (stop - start < sought.length && plain[stop] !== '…') continue;
    result += text.slice(end, start) + '•'.repeat(stop - start);
    end = stop;
  }
  return result + text.slice(end);
}
