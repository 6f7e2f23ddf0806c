import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import { slug } from '../../ruby/slug.ts';

/** Options that only other options read: they shape nothing themselves. */
export const sources: ReadonlySet<string> = new Set(['local', 'placeholders']);

/** Options about what Tines does with the answer: their formulas read data that is not there before it. */
export const afterwards: ReadonlySet<string> = new Set([
  'manual_time',
  'customize_output',
  'log_error_if',
  'emit_failure_event',
  'loop',
  'has_more',
]);

/** The action's LOCAL values by name, as written. */
export function localsOf(action: Action): ReadonlyMap<string, Json> {
  const local = action.options.members.find(({ key }) => key === 'local')?.value;
  return new Map(local?.kind === 'object' ? local.members.map(({ key, value }) => [key, value] as const) : []);
}

/** The values of the action's template inputs, by slug. */
export function inputsOf(action: Action): ReadonlyMap<string, Json> {
  return new Map(action.inputs.map(({ name, value }) => [slug(name), value]));
}
