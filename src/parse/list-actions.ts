import type { Action } from '../model/action.ts';
import { memberOf, textOf } from './json/json-fields.ts';
import { printable } from './printable.ts';

/** An action with the index that picks it: its position among the HTTP Request actions of the file, counted from 0. */
export interface Choice {
  readonly index: number;
  readonly action: Action;
}

const shownAtMost = 50;

/** One aligned line per choice: index, name, method, URL without its query (there may be a secret in it). Long lists are cut. */
export function listActions(choices: readonly Choice[]): readonly string[] {
  const rows = choices
    .slice(0, shownAtMost)
    .map(({ index, action }) => [
      String(index),
      printable(action.name === '' ? '(no name)' : action.name, 40),
      methodOf(action),
      printable(addressOf(action), 60),
    ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map(([index = '', name = '', method = '', url = '']) => {
    const [indexWidth = 0, nameWidth = 0, methodWidth = 0] = widths;
    return `${index.padStart(indexWidth)}  ${padded(name, nameWidth)}  ${padded(method, methodWidth)}  ${url}`.trimEnd();
  });
  const hidden = choices.length - rows.length;
  return hidden > 0 ? [...lines, `… and ${hidden} more`] : lines;
}

function methodOf(action: Action): string {
  return printable((textOf(memberOf(action.options, 'method')) ?? 'post').toUpperCase(), 12);
}

function addressOf(action: Action): string {
  const url = textOf(memberOf(action.options, 'url')) ?? '';
  return url.replace(/[?#].*$/s, '').replace(/^([a-z]+:\/\/)[^/@<]*@/i, '$1');
}

function widthOf(text: string): number {
  return [...text].length;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
