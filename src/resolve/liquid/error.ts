import { LiquidError } from 'liquidjs';
import { nearestName } from '../../formula/evaluate/nearest-name.ts';
import { FormulaError } from '../../formula/syntax/formula-error.ts';
import { dataMark, type LiquidSource, tolerantMark } from './source.ts';
import { LiquidSyntaxError } from './syntax-error.ts';

/** An error of liquidjs as a FormulaError, with the place of the output or tag; what a function or a lookup threw keeps its class. */
export function explainLiquidError(error: unknown, source: LiquidSource, filters: readonly string[]): FormulaError {
  const cause: unknown = LiquidError.is(error) ? Reflect.get(error, 'originalError') : error;
  if (cause instanceof FormulaError) {
    const place = source.keepsPlaces ? placeOf(error) : {};
    cause.offset ??= place.offset;
    cause.length ??= place.length;
    return cause;
  }
  const message = error instanceof Error ? (error.message.split(/, (?:file|line):/)[0] ?? '') : '';
  const filter = /^undefined filter: (.*)$/.exec(message)?.[1];
  const place = source.keepsPlaces ? placeOf(error) : {};
  if (filter !== undefined) return undefinedFilter(filter, { place, filters });
  if (/call stack/.test(message)) return new FormulaError('limit', 'The Liquid text is nested too deep.', place);
  if (/limit exceeded$/.test(message)) return new FormulaError('limit', `The Liquid text does too much: ${message}.`, place);
  return new LiquidSyntaxError('syntax', `The Liquid text cannot be read: ${asWritten(message)}.`, place);
}

interface Details {
  readonly place: { readonly offset?: number; readonly length?: number };
  readonly filters: readonly string[];
}

function undefinedFilter(filter: string, { place, filters }: Details): FormulaError {
  const nearest = nearestName(
    filter,
    filters.map((name) => name.toUpperCase()),
  );
  return new FormulaError('undefined-function', `Undefined filter ${filter}`, {
    ...place,
    ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest.toLowerCase()}?` }),
  });
}

function placeOf(error: unknown): { readonly offset?: number; readonly length?: number } {
  const token: unknown = LiquidError.is(error) ? Reflect.get(error, 'token') : undefined;
  if (typeof token !== 'object' || token === null || !('begin' in token) || !('end' in token)) return {};
  const { begin, end } = token;
  return typeof begin === 'number' && typeof end === 'number' ? { offset: begin, length: Math.max(end - begin, 1) } : {};
}

function asWritten(message: string): string {
  return message.replaceAll(dataMark, '.').replaceAll(tolerantMark, '.');
}
