import type { Json, JsonObject } from '../../model/json.ts';
import { printable } from '../printable.ts';
import { fieldOf, memberOf, textOf } from './json-fields.ts';

/** What a file without an HTTP Request action is instead, in words that complete ‹This is …›, and what its owner can do. */
export interface Description {
  readonly what: string;
  readonly hint: string;
}

interface Kind extends Description {
  readonly matches: (object: JsonObject) => boolean;
}

const copyHint = 'Copy the HTTP Request action on the storyboard, or export its story, and give that file.';
const workingHint = `Give it with --working to compare an action with it. ${copyHint}`;
const eventHint = 'Give it with --event, beside the action with --action.';

const kinds: readonly Kind[] = [
  {
    what: 'a Postman collection',
    hint: workingHint,
    matches: (object) =>
      /getpostman|schema\.postman/.test(inner(object, 'info', 'schema')) || (has(object, 'info') && isList(object, 'item')),
  },
  { what: 'a Postman environment', hint: copyHint, matches: (object) => has(object, '_postman_variable_scope') },
  {
    what: 'a request of a Postman collection',
    hint: workingHint,
    matches: (object) => has(object, 'method', 'header') || (has(object, 'name', 'request') && !has(object, 'startedDateTime')),
  },
  { what: 'a HAR file', hint: copyHint, matches: (object) => isList(memberObject(object, 'log'), 'entries') },
  {
    what: 'an entry of a HAR file',
    hint: copyHint,
    matches: (object) => has(object, 'request', 'response') || (has(object, 'httpVersion') && isList(object, 'headers')),
  },
  {
    what: 'an OpenAPI description',
    hint: `It can be named in the report with --docs. ${copyHint}`,
    matches: (object) => has(object, 'openapi') || has(object, 'swagger'),
  },
  { what: 'an n8n workflow', hint: copyHint, matches: (object) => has(object, 'connections') && isList(object, 'nodes') },
  { what: 'a report of this program', hint: copyHint, matches: (object) => has(object, 'verdict', 'outcomes') },
  { what: 'an action’s log', hint: 'Give it with --log, beside the action with --action.', matches: isLog },
  { what: 'a list of events', hint: eventHint, matches: (object) => isList(object, 'events') },
  {
    what: 'an event',
    hint: eventHint,
    matches: (object) => has(object, 'payload') && ['agent_id', 'action_id', 'story_run_guid'].some((key) => has(object, key)),
  },
  {
    what: 'what an HTTP Request action answered',
    hint: eventHint,
    matches: (object) => has(object, 'status', 'body') || has(object, 'status', 'headers'),
  },
  { what: 'a list of credentials', hint: copyHint, matches: (object) => isList(object, 'user_credentials') },
  { what: 'a list of resources', hint: copyHint, matches: (object) => isList(object, 'global_resources') },
  { what: 'a story without actions', hint: copyHint, matches: (object) => isList(object, 'agents') || isList(object, 'actions') },
  { what: 'a list of stories without their actions', hint: copyHint, matches: (object) => isList(object, 'stories') },
  {
    what: 'the error answer of an API',
    hint: 'Ask the API again, and give the action that it answers with.',
    matches: (object) => object.members.length <= 4 && (has(object, 'error') || has(object, 'errors')),
  },
];

/** Says what a JSON value is, where it holds no action: by its shape, or else by its keys. */
export function describeJson(value: Json): Description {
  if (value.kind === 'array') {
    const first = value.items[0];
    const kind = first?.kind === 'object' ? kinds.find((candidate) => candidate.matches(first)) : undefined;
    const many = value.items.length === 1 ? '1 item' : `${value.items.length} items`;
    return kind
      ? { what: `a list that begins with ${kind.what}`, hint: kind.hint }
      : { what: first ? `a list of ${many}` : 'an empty list', hint: copyHint };
  }
  if (value.kind !== 'object') {
    return { what: value.kind === 'string' ? 'a text' : `only a ${value.kind}`, hint: copyHint };
  }
  return kinds.find((kind) => kind.matches(value)) ?? { what: describeKeys(value), hint: copyHint };
}

/** Whether the shape of a value is one that this program knows. */
export function isKnownShape(value: Json): boolean {
  const object = value.kind === 'array' ? value.items[0] : value;
  return object?.kind === 'object' && kinds.some((kind) => kind.matches(object));
}

function describeKeys(object: JsonObject): string {
  const keys = object.members.slice(0, 5).map((member) => `‹${printable(member.key, 40)}›`);
  if (keys.length === 0) {
    return 'an empty object';
  }
  return `an object with the ${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}${object.members.length > keys.length ? ', …' : ''}`;
}

function isLog(object: JsonObject): boolean {
  const rendered = has(object, 'url', 'method', 'params', 'body', 'headers');
  return rendered || isList(object, 'action_logs') || /^Sending request to /.test(textOf(memberOf(object, 'message')) ?? '');
}

function has(object: JsonObject, ...keys: readonly string[]): boolean {
  return keys.every((key) => fieldOf(object, key) !== undefined);
}

function isList(object: JsonObject | undefined, key: string): boolean {
  return object !== undefined && memberOf(object, key)?.kind === 'array';
}

function memberObject(object: JsonObject, key: string): JsonObject | undefined {
  const member = memberOf(object, key);
  return member?.kind === 'object' ? member : undefined;
}

function inner(object: JsonObject, outer: string, key: string): string {
  const member = memberObject(object, outer);
  return (member && textOf(memberOf(member, key))) ?? '';
}
