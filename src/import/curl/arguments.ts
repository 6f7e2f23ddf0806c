import type { ShellWord } from '../shell/shell-word.ts';
import { type WorkingPlace, workingError } from '../working-error.ts';
import { findCurlOption, longName } from './option-names.ts';

/** One option of a command, by its long name; addresses stand as `url`. */
export interface CurlArgument {
  readonly name: string;
  /** Empty for an option that takes none. */
  readonly value: string;
  readonly place: WorkingPlace;
}

/** The options of the first transfer of a curl command, in order. Throws HarnessError `invalid-option` for one that curl does not know. */
export function readCurlArguments(words: readonly ShellWord[], source: Omit<WorkingPlace, 'offset'>): readonly CurlArgument[] {
  const found: CurlArgument[] = [];
  let index = 0;
  let areOptionsOver = false;
  const takeValue = (written: string, place: WorkingPlace): string => {
    const next = words[index];
    index += 1;
    if (next !== undefined) return next.text;
    throw workingError('invalid-option', `the option ‹${written}› of the command has no value`, {
      hint: 'copy the whole command, to its end',
      place,
    });
  };
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    index += 1;
    const place = { ...source, offset: word.offset };
    const { text } = word;
    if (areOptionsOver || !text.startsWith('-') || text === '-') found.push({ name: 'url', value: text, place });
    else if (text === '--') areOptionsOver = true;
    else if (text === '--next' || text === '-:') break;
    else if (text.startsWith('--')) {
      const option = findCurlOption(text.slice(2)) ?? unknown(text, place);
      found.push({ name: option.name, value: option.takesValue ? takeValue(text, place) : '', place });
    } else {
      for (let at = 1; at < text.length; at += 1) {
        const letter = text.charAt(at);
        const option = findCurlOption(longName(letter) ?? '?') ?? unknown(`-${letter}`, place);
        if (!option.takesValue) {
          found.push({ name: option.name, value: '', place });
          continue;
        }
        const rest = text.slice(at + 1);
        found.push({ name: option.name, value: rest === '' ? takeValue(`-${letter}`, place) : rest, place });
        break;
      }
    }
  }
  return found;
}

function unknown(written: string, place: WorkingPlace): never {
  // Behind an equals sign a secret may stand.
  const [name = ''] = written.split('=', 1);
  throw workingError('invalid-option', `‹${name}› is no option of curl that is known here`, {
    hint: 'check the spelling; a value stands behind a blank: --header "Name: value"',
    place,
  });
}
