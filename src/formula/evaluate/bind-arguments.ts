import { FormulaError } from '../syntax/formula-error.ts';
import { signatureOf } from '../syntax/signature-of.ts';
import type { FunctionEntry, Parameter } from './function-entry.ts';

/** The arguments of one call, as expressions or as values. */
export interface Arguments<T> {
  readonly positional: readonly T[];
  readonly named: readonly (readonly [name: string, value: T])[];
}

/** For each declared parameter the argument given for it, a list for a `rest` parameter, undefined where none is given. */
export type Binding<T> = readonly (T | readonly T[] | undefined)[];

/** Matches a call's arguments with a function's parameters: by place first, then by name. Too few, too many or unknown ones are an error. */
export function bindArguments<T>(given: Arguments<T>, entry: FunctionEntry): Binding<T> {
  const places = entry.parameters.filter(({ kind }) => kind !== 'named');
  const rest = places.find(({ kind }) => kind === 'rest');
  if (rest === undefined && given.positional.length > places.length) throw wrongNumber(given, entry);
  for (const [name] of given.named) assertNameable(name, given, entry);
  const named = new Map(given.named);
  return entry.parameters.map((parameter) => {
    const place = places.indexOf(parameter);
    if (parameter === rest) return given.positional.slice(place);
    const isPlaced = place >= 0 && place < given.positional.length;
    const argument = isPlaced ? given.positional[place] : named.get(parameter.name);
    if (argument === undefined && parameter.kind === 'required') throw wrongNumber(given, entry);
    return argument;
  });
}

function assertNameable(name: string, given: Arguments<unknown>, entry: FunctionEntry): void {
  const parameter = entry.parameters.find((candidate) => candidate.name === name && candidate.kind !== 'rest');
  if (parameter === undefined) throw unknownArgument(name, entry);
  const place = entry.parameters.filter(({ kind }) => kind !== 'named').indexOf(parameter);
  if (place >= 0 && place < given.positional.length) throw unknownArgument(name, entry);
}

/** Stops where a call of a lazy function has too few or too many arguments, or named ones. */
export function assertArgumentCount(call: Arguments<unknown>, entry: FunctionEntry): void {
  const [unknown] = call.named;
  if (unknown !== undefined) throw unknownArgument(unknown[0], entry);
  const { least, most } = counts(entry.parameters);
  if (call.positional.length < least || call.positional.length > most) throw wrongNumber(call, entry);
}

function counts(parameters: readonly Parameter[]): { readonly least: number; readonly most: number } {
  const least = parameters.filter(({ kind }) => kind === 'required').length;
  if (parameters.some(({ kind }) => kind === 'rest')) return { least, most: Number.POSITIVE_INFINITY };
  return { least, most: parameters.filter(({ kind }) => kind !== 'named').length };
}

function wrongNumber(call: Arguments<unknown>, entry: FunctionEntry): FormulaError {
  const { least, most } = counts(entry.parameters);
  const expected = most === Number.POSITIVE_INFINITY ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  return new FormulaError(
    'evaluation',
    `Wrong number of arguments to ${entry.name}, expected ${expected} got ${call.positional.length}`,
    {
      hint: `It is called ${signatureOf(entry)}.`,
    },
  );
}

function unknownArgument(name: string, entry: FunctionEntry): FormulaError {
  return new FormulaError('evaluation', `${entry.name} has no argument ‹${name}› to give here.`, {
    hint: `It is called ${signatureOf(entry)}.`,
  });
}
