import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import type { WorkingContext } from '../working-context.ts';
import { isOn } from './is-on.ts';

/** Puts values in for `{{name}}`. */
export type Fill = (text: string) => string;

/** How deep values may name other variables. */
const deepest = 20;

/**
 * Fills placeholders from lists of variables, the nearest first, else from the environment.
 * The filling throws HarnessError `unresolved-reference` where nothing gives a value: nothing is made up.
 */
export function fillPostman(lists: readonly Json[], { variable }: WorkingContext): Fill {
  const known = new Map<string, string>();
  for (const list of [...lists].reverse()) {
    if (list.kind !== 'array') continue;
    for (const entry of list.items) {
      const key = scalarText(memberOf(entry, 'key', 'id'));
      const value = memberOf(entry, 'value');
      const text = scalarText(value) ?? (value?.kind === 'boolean' ? String(value.value) : undefined);
      if (key !== undefined && text !== undefined && isOn(entry)) known.set(key, text);
    }
  }
  const fill = (text: string, depth: number): string =>
    text.replace(/\{\{([^{}]+)\}\}/gu, (_, written: string) => {
      const name = written.trim();
      const value = known.get(name) ?? variable(name);
      if (value === undefined || depth > deepest) throw missing(name);
      return fill(value, depth + 1);
    });
  return (text) => fill(text, 0);
}

function missing(name: string): HarnessError {
  const shown = printable(name);
  if (name.startsWith('$')) {
    return new HarnessError('unresolved-reference', `the request that works has a value that Postman makes up, ‹{{${shown}}}›`, {
      hint: 'write a value in its place',
    });
  }
  return new HarnessError(
    'unresolved-reference',
    `the collection of the request that works does not say what ‹{{${shown}}}› is`,
    {
      hint: `it stands in a Postman environment; export a variable of the shell with that name (${/^\w+$/u.test(name) ? `export ${name}=…` : 'if it can have one'}), or set it in the collection’s variables`,
    },
  );
}
