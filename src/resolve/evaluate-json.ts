import { concatenateText } from '../formula/evaluate/concatenate-text.ts';
import { assertDepth } from '../formula/syntax/assert-depth.ts';
import { FormulaError } from '../formula/syntax/formula-error.ts';
import { numberValue } from '../formula/values/number-value.ts';
import type { Json } from '../model/json.ts';
import type { Value } from '../model/value.ts';
import { evaluateString } from './evaluate-string.ts';
import { NestedError } from './nested-error.ts';
import type { World } from './world/world.ts';

/** The value of a JSON value whose strings may be templates. `key` names it among the action's strings. */
export function evaluateJson(json: Json, world: World, key: string, depth = 0): Value {
  assertDepth(depth);
  switch (json.kind) {
    case 'null':
      return null;
    case 'boolean':
      return json.value;
    case 'number':
      return numberValue(json.text);
    case 'string':
      return stringValue(json.value, world, { key, json });
    case 'array':
      return json.items.map((item, index) => evaluateJson(item, world, `${key}/${index}`, depth + 1));
    case 'object':
      return new Map(
        json.members.map((member, index) => [
          String(stringValue(member.key, world, { key: `${key}/key ${index}`, isKey: true, json })),
          evaluateJson(member.value, world, `${key}/${index}`, depth + 1),
        ]),
      );
  }
}

interface Written {
  readonly key: string;
  readonly json: Json;
  readonly isKey?: boolean;
}

function stringValue(text: string, world: World, { key, json, isKey }: Written): Value {
  try {
    const outcome = evaluateString(text, world, { key, isKey: isKey === true });
    const parts = outcome.kind === 'value' ? [outcome.part] : outcome.parts;
    const failure = parts.find((part) => part.failure !== undefined)?.failure;
    if (failure !== undefined) throw failure;
    if (outcome.kind === 'value') return outcome.part.value;
    return concatenateText(outcome.parts.map(({ value }) => value));
  } catch (error) {
    if (error instanceof FormulaError && !(error instanceof NestedError)) throw new NestedError(error, json.source);
    throw error;
  }
}
