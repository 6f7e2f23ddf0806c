import { type FilterImplOptions, type Liquid, TokenKind, type ValueToken } from 'liquidjs';
import { callFunction } from '../../formula/evaluate/call-function.ts';
import type { FunctionEntry } from '../../formula/evaluate/function-entry.ts';
import type { Value } from '../../model/value.ts';
import type { World } from '../world/world.ts';
import { liquidInput } from './nil-input.ts';
import { fromLiquid, toLiquid } from './values.ts';

type FilterHandler = Extract<FilterImplOptions, (...values: never[]) => unknown>;
type FilterArgument = ValueToken | readonly [name?: string, value?: ValueToken];

/** Replaces liquidjs' own filters by the functions of the language: `upcase` is UPCASE with the piped value as its first argument. */
export function registerFilters(liquid: Liquid, world: World): void {
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name];
  for (const [name, entry] of world.setting.table) liquid.registerFilter(name.toLowerCase(), filterOf(entry, world));
  // What it does, keeping the type of a whole value, is done where the string is rendered.
  liquid.registerFilter('as_object', (value: unknown) => value);
  const hmac = world.setting.table.get('HMAC_SHA1');
  if (hmac !== undefined) liquid.registerFilter('hmac_sha1_digest', digestOf(filterOf(hmac, world)));
}

function filterOf(entry: FunctionEntry, world: World): FilterHandler {
  return function (value: unknown, ...given: unknown[]) {
    const written: readonly FilterArgument[] = this.token.args;
    const positional: Value[] = [liquidInput(entry.name, fromLiquid(value))];
    const named: (readonly [string, Value])[] = [];
    for (const [index, argument] of given.entries()) {
      const token = written[index];
      if (isPair(token) && Array.isArray(argument)) named.push([String(token[0]), fromLiquid(argument[1])]);
      else positional.push(isFloat(token) && typeof argument === 'number' ? argument : fromLiquid(argument));
    }
    return toLiquid(callFunction(entry, { positional, named }, world.environment));
  };
}

function isPair(token: FilterArgument | undefined): token is readonly [name?: string, value?: ValueToken] {
  return Array.isArray(token);
}

// liquidjs reads 2.0 as 2, and an integer division is another division.
function isFloat(token: FilterArgument | undefined): boolean {
  return token !== undefined && !isPair(token) && token.kind === TokenKind.Number && token.getText().includes('.');
}

/** The digest as bytes, where the function gives hexadecimal digits. */
function digestOf(filter: FilterHandler): FilterHandler {
  return function (value, ...given) {
    const digits: unknown = filter.call(this, value, ...given);
    if (typeof digits !== 'string' || !/^(?:[0-9a-f]{2})+$/i.test(digits)) return digits;
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  };
}
