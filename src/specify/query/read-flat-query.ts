import type { Json } from '../../model/json.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import type { Parameter } from './parameter.ts';
import { unescapeParameter } from './unescape-parameter.ts';

/**
 * A URL's own query as Faraday's FlatParamsEncoder reads it: a repeated name keeps all its values, a name without `=` gets the value `true`.
 * Undefined where Faraday raises (bytes that are not UTF-8).
 */
export function readFlatQuery(query: string, fill: (part: string) => Text): readonly Parameter[] | undefined {
  const values = new Map<string, (string | true)[]>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const split = pair.indexOf('=');
    const name = unescapeParameter(split < 0 ? pair : pair.slice(0, split));
    const value = split < 0 ? true : unescapeParameter(pair.slice(split + 1));
    if (name === undefined || value === undefined) return undefined;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const toJson = (value: string | true): Json<ResolvedText> =>
    value === true ? { kind: 'boolean', value } : { kind: 'string', value: fill(value) };
  return [...values].map(([name, list]) => {
    const items = list.map(toJson);
    const [only] = items;
    const value: Json<ResolvedText> = only !== undefined && items.length === 1 ? only : { kind: 'array', items };
    return { name: fill(name), value, fromUrl: true };
  });
}
