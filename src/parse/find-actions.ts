import type { Action } from '../model/action.ts';
import type { Json, JsonMember, JsonObject } from '../model/json.ts';
import { isHttpRequestType, isTinesType } from './action-type.ts';
import { fieldOf, textOf } from './json/json-fields.ts';
import { looksLikeOptions } from './looks-like-options.ts';
import { optionsKeys, readAction, type Surroundings } from './read-action.ts';
import { storyContext } from './story-context.ts';

/** HTTP Request actions, and the names (or types) of the other actions, each in the order of the file. */
export interface FoundActions {
  readonly actions: readonly Action[];
  readonly others: readonly string[];
}

interface Collector {
  readonly actions: Action[];
  readonly others: string[];
}

/** The keys whose values are actions even where they do not say their type. */
const actionKeys: ReadonlySet<string> = new Set(['agents', 'agent', 'actions', 'action']);

/**
 * Finds every HTTP Request action in a value, at any depth: in stories, in the stories they send to, in API answers. Nothing inside
 * of an action is taken for an action. At the top, and under `agents` or `actions`, an action need not say its type.
 */
export function findActions(value: Json, surroundings: Surroundings): FoundActions {
  const found: Collector = { actions: [], others: [] };
  search(value, { surroundings, untyped: 'anything', found });
  return found;
}

/** What is taken for an action here though it does not say its type. */
type Untyped = 'anything' | 'what-has-options' | 'nothing';

interface Search {
  readonly surroundings: Surroundings;
  readonly untyped: Untyped;
  readonly found: Collector;
}

function search(value: Json, { surroundings, untyped, found }: Search): void {
  if (value.kind === 'array') {
    for (const item of value.items) {
      search(item, { surroundings, untyped, found });
    }
    return;
  }
  if (value.kind !== 'object') {
    return;
  }
  const kind = kindOf(value, untyped);
  if (kind === 'http-request') {
    found.actions.push(readAction(value, surroundings));
  } else if (kind === 'other') {
    found.others.push(textOf(fieldOf(value, 'name')) || textOf(fieldOf(value, ...typeKeys)) || '');
  } else {
    const inner = holdsActions(value)
      ? { ...surroundings, story: storyContext(value, surroundings.story, surroundings.file) }
      : surroundings;
    const untypedInside = surroundings.format === 'terraform' ? 'what-has-options' : 'nothing';
    for (const { key, value: child } of lastOfEachKey(value)) {
      search(child, { surroundings: inner, untyped: actionKeys.has(key) ? 'anything' : untypedInside, found });
    }
  }
}

const typeKeys = ['type', 'agent_type', 'action_type'] as const;

function kindOf(object: JsonObject, untyped: Untyped): 'http-request' | 'other' | 'none' {
  const type = textOf(fieldOf(object, ...typeKeys));
  const options = fieldOf(object, ...optionsKeys);
  if (type === undefined) {
    return isUntypedAction(object, options, untyped) ? 'http-request' : 'none';
  }
  if (isTinesType(type)) {
    return isHttpRequestType(type) ? 'http-request' : 'other';
  }
  if (isHttpRequestType(type)) {
    return options !== undefined || looksLikeOptions(object) ? 'http-request' : 'none';
  }
  return untyped === 'anything' && options !== undefined ? 'other' : 'none';
}

function isUntypedAction(object: JsonObject, options: Json | undefined, untyped: Untyped): boolean {
  if (options !== undefined) {
    return untyped !== 'nothing' && saysRequest(options);
  }
  return untyped === 'anything' && looksLikeOptions(object);
}

function saysRequest(options: Json): boolean {
  if (options.kind === 'object') {
    return looksLikeOptions(options) || fieldOf(options, 'url') !== undefined;
  }
  return options.kind === 'string' && /"url"\s*:/.test(options.value);
}

function holdsActions(object: JsonObject): boolean {
  return object.members.some(({ key, value }) => (key === 'agents' || key === 'actions') && value.kind === 'array');
}

/** The members with objects or lists in them; of repeated keys only the last counts, as for every JSON reader. */
function lastOfEachKey(object: JsonObject): readonly JsonMember[] {
  const members = object.members.filter(({ value }) => value.kind === 'object' || value.kind === 'array');
  if (members.length < 2) {
    return members;
  }
  const lasts = new Map(members.map((member, index) => [member.key, index]));
  return lasts.size === members.length ? members : members.filter(({ key }, index) => lasts.get(key) === index);
}
