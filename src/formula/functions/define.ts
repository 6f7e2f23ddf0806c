import type { EagerFunction, FunctionEntry, LazyFunction, Parameter } from '../evaluate/function-entry.ts';

/** A function as its author describes it; `parameters` is read by `define`. */
export interface Description {
  readonly name: string;
  readonly category: string;
  /** In the order of places: `text, [length], ...rest, ending:` for required, optional, any number, only by name. */
  readonly parameters: string;
  readonly summary: string;
  readonly source: string;
}

/** Makes an entry of the function table whose arguments are evaluated before `call`. */
export function define(description: Description, call: EagerFunction['call']): FunctionEntry {
  return { ...description, kind: 'eager', parameters: readParameters(description.parameters), call };
}

/** Makes an entry of the function table whose `call` evaluates the arguments it needs. */
export function defineLazy(description: Description, call: LazyFunction['call']): FunctionEntry {
  return { ...description, kind: 'lazy', parameters: readParameters(description.parameters), call };
}

function readParameters(text: string): readonly Parameter[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readParameter);
}

function readParameter(text: string): Parameter {
  if (text.startsWith('...')) return { name: text.slice(3), kind: 'rest' };
  if (text.startsWith('[')) return { name: text.slice(1, -1), kind: 'optional' };
  if (text.endsWith(':')) return { name: text.slice(0, -1), kind: 'named' };
  return { name: text, kind: 'required' };
}
