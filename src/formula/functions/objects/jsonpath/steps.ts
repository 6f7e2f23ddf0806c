import { FormulaError } from '../../../syntax/formula-error.ts';
import { type Filter, readFilter } from './filter.ts';

/** One step of a path: the root, `*`, `..`, or a choice between selectors. */
export type Step =
  | { readonly kind: 'root' | 'any' | 'descendants' }
  | { readonly kind: 'select'; readonly selectors: readonly Selector[] };

/** What stands in brackets, or a bare name. `last` is the slice's end and belongs to it; `fromEnd` counts back from the size. */
export type Selector =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'all' }
  | { readonly kind: 'fromEnd'; readonly distance: number }
  | { readonly kind: 'slice'; readonly first: number; readonly last: number; readonly step: number };

const tokens = /\$(?![\p{L}\p{N}_-])|@(?![\p{L}\p{N}_-])|\*|\.\.|([$@\p{L}\p{N}:{}_-]+)|('[^']*')|\[|\.|\s+/uy;
const bracketToken = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[[(]|[\])]|,|[^'"[\](),]+|['"]/gsy;

/** Reads a JSONPath as the Ruby gem does: `$` may be missing, names may hold hyphens, colons and `@`; trouble is a FormulaError. */
export function readSteps(path: string): readonly Step[] {
  const steps: Step[] = [];
  tokens.lastIndex = 0;
  for (let match = tokens.exec(path); match !== null; match = tokens.exec(path)) {
    const [token, name, quoted] = match;
    if (token === '$') steps.push({ kind: 'root' });
    else if (token === '*') steps.push({ kind: 'any' });
    else if (token === '..') steps.push({ kind: 'descendants' });
    else if (name !== undefined) steps.push(select({ kind: 'name', name }));
    else if (quoted !== undefined) steps.push(select({ kind: 'name', name: quoted.slice(1, -1) }));
    else if (token === '[') tokens.lastIndex = readBracket(path, tokens.lastIndex, steps);
    if (tokens.lastIndex >= path.length) return steps;
  }
  if (path === '') return steps;
  throw notAPath(path);
}

function select(...selectors: readonly Selector[]): Step {
  return { kind: 'select', selectors };
}

// Reads up to the matching bracket, adds the step and gives the place behind it.
function readBracket(path: string, start: number, steps: Step[]): number {
  const parts = [''];
  let open = 0;
  bracketToken.lastIndex = start;
  for (let match = bracketToken.exec(path); match !== null; match = bracketToken.exec(path)) {
    const [token] = match;
    if (token === ']' && open === 0) {
      steps.push(select(...parts.map((part) => readSelector(part.trim(), path))));
      return bracketToken.lastIndex;
    }
    if (token === '[' || token === '(') open++;
    if (token === ']' || token === ')') open--;
    if (token === ',' && open === 0) parts.push('');
    else parts.push(`${parts.pop()}${token}`);
  }
  throw notAPath(path);
}

function readSelector(text: string, path: string): Selector {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')$/s.exec(text) ?? [];
  const name = double ?? single;
  if (name !== undefined) return { kind: 'name', name: name.replaceAll(/\\(.)/gs, '$1') };
  if (text.startsWith('?')) return { kind: 'filter', filter: readFilter(text.slice(1).trim()) };
  if (text === '*') return { kind: 'all' };
  const [, distance] = /^\(\s*@\.(?:length|size|count)\s*-\s*(\d+)\s*\)$/.exec(text) ?? [];
  if (distance !== undefined) return { kind: 'fromEnd', distance: Number(distance) };
  return readSlice(text) ?? raise(path);
}

function readSlice(text: string): Selector | undefined {
  if (!/^-?\d*(?:\s*:\s*(?:-?\d+)?){0,2}$/.test(text) || text === '' || text === '-') return undefined;
  const [first = '', last, step = ''] = text.split(':').map((part) => part.trim());
  const start = first === '' ? 0 : Number(first);
  return {
    kind: 'slice',
    first: start,
    last: last === undefined ? start : last === '' ? -1 : Number(last),
    step: step === '' ? 1 : Number(step),
  };
}

function raise(path: string): never {
  throw notAPath(path);
}

function notAPath(path: string): FormulaError {
  return new FormulaError('evaluation', `Invalid argument to JSONPATH, expected JSONPath got ${path}`, {
    hint: "Put names with spaces and other characters in brackets and quotes: $['User ID'].",
  });
}
