import type { Action } from '../model/action.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Scope } from '../model/scope.ts';
import type { ResolvedText } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { matchingKey } from '../ruby/slug.ts';
import { Concealer } from './conceal/concealer.ts';
import { VariableRegistry } from './conceal/variable-registry.ts';
import type { Language } from './language.ts';
import { listReferences } from './references/list-references.ts';
import { afterwards, inputsOf, localsOf, sources } from './references/option-roles.ts';
import type { Resolution } from './resolution.ts';
import { Resolver } from './resolver.ts';
import { type CredentialSet, makeUpCredentials } from './world/credential-set.ts';
import { EvaluatedWorld } from './world/evaluated-world.ts';
import { FindingCollector } from './world/finding-collector.ts';
import type { Setting } from './world/world.ts';

/**
 * Evaluates every string that shapes the request. Secrets become named variables; everything else is text. Stops with a HarnessError where a
 * reference has no value (unless the scope says otherwise) or a formula fails. `language` has Liquid if the action has.
 */
export function resolveAction(action: Action, scope: Scope, language: Language): Resolution {
  const setting: Setting = {
    action,
    scope,
    table: language.functions,
    renderLiquid: language.renderLiquid,
    tapes: new Map(),
    locals: localsOf(action),
    inputs: inputsOf(action),
  };
  const shapes = credentialShapes(action, scope);
  const world = new EvaluatedWorld(setting, trueCredentials(shapes, scope));
  const madeUp = (['first', 'second'] as const).map((style) => new EvaluatedWorld(setting, makeUpCredentials(shapes, style)));
  const owners = madeUp[0]?.credentials.owners.values() ?? [];
  const registry = new VariableRegistry([...owners].map(({ name }) => name));
  const findings = new FindingCollector(isJson(action));
  const resolver = new Resolver(world, madeUp, { concealer: new Concealer(registry, world, madeUp), findings });
  const options: JsonObject<ResolvedText> = {
    ...action.options,
    members: action.options.members
      .filter(({ key }) => !sources.has(key))
      .map((member) => ({
        ...member,
        key: [member.key],
        value: afterwards.has(member.key) ? asWritten(member.value) : resolver.resolve(member.value, member.key),
      })),
  };
  return { resolved: { action, options, variables: registry.variables, findings: findings.findings }, values: registry.values };
}

function isJson(action: Action): boolean {
  const type = action.options.members.find(({ key }) => key === 'content_type')?.value;
  return type?.kind === 'string' && type.value.includes('json');
}

// Which credentials there are, and which fields they have: those with a value, and where none is needed those that the action names.
function credentialShapes(action: Action, scope: Scope): ReadonlyMap<string, Value> {
  const shapes = new Map(scope.credentials);
  if (scope.credentialValues === 'required') return shapes;
  const fields = new Map<string, Map<string, Value>>();
  for (const reference of listReferences(action)) {
    if (reference.kind !== 'credential' || matchingKey(reference.name, scope.credentials.keys()) !== undefined) continue;
    const known = fields.get(reference.name) ?? new Map<string, Value>();
    fields.set(reference.name, known);
    const [field] = reference.path;
    if (field !== undefined) known.set(field, '');
  }
  for (const [name, known] of fields) shapes.set(name, known.size === 0 ? '' : known);
  return shapes;
}

function trueCredentials(shapes: ReadonlyMap<string, Value>, scope: Scope): CredentialSet {
  const absent = new Map([...shapes].filter(([name]) => !scope.credentials.has(name)));
  const { values, owners, unknown } = makeUpCredentials(absent, 'unknown');
  return { values: new Map([...scope.credentials, ...values]), owners, unknown };
}

function asWritten(json: Json): Json<ResolvedText> {
  switch (json.kind) {
    case 'null':
    case 'boolean':
      return json;
    case 'number':
      return { ...json, text: [json.text] };
    case 'string':
      return { ...json, value: json.value === '' ? [] : [json.value] };
    case 'array':
      return { ...json, items: json.items.map(asWritten) };
    case 'object':
      return {
        ...json,
        members: json.members.map((member) => ({ ...member, key: [member.key], value: asWritten(member.value) })),
      };
  }
}
