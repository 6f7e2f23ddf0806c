import type { Json } from '../../model/json.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { ResolvedText } from '../../model/text.ts';
import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Change } from './change.ts';
import { payloadOf, writeJson } from './write-payload.ts';

/** A JSON body in which texts that are pills and read as JSON are values: `"5"` becomes 5, `"[1]"` a list; null where there are none. */
export function unquotePayload(request: RequestSpec, { input }: Evidence): Change | null {
  const payload = payloadOf(input.action);
  const written = input.action.action.options.members.findLast(({ key }) => key === 'payload')?.value;
  if (payload === undefined || written === undefined || request.body.kind !== 'text') return null;
  const unquoted = unquote(payload, written, input.reveal);
  const text = writeJson(unquoted);
  if (JSON.stringify(text) === JSON.stringify(writeJson(payload))) return null;
  return {
    claims: 'pill-stringified',
    name: 'with the pills of the payload as values and not as text',
    request: { ...request, body: { kind: 'text', text } },
    touchesCredential: false,
    isBlind: false,
    fix: 'write the value as a formula (=name.of.value) in place of a pill in text (<<name.of.value>>), so that it keeps its type',
    ...at(optionPointer(input.action, ['payload'])),
  };
}

function unquote(json: Json<ResolvedText>, written: Json, reveal: (text: readonly string[]) => string): Json<ResolvedText> {
  if (json.kind === 'object' && written.kind === 'object') {
    return {
      ...json,
      members: json.members.map((member, index) => ({
        ...member,
        value: unquote(member.value, written.members[index]?.value ?? { kind: 'null' }, reveal),
      })),
    };
  }
  if (json.kind === 'array' && written.kind === 'array') {
    return { ...json, items: json.items.map((item, index) => unquote(item, written.items[index] ?? { kind: 'null' }, reveal)) };
  }
  if (
    json.kind !== 'string' ||
    written.kind !== 'string' ||
    json.value instanceof Uint8Array ||
    !/^\s*(?:<<.*>>|\{\{.*\}\})\s*$/s.test(written.value)
  )
    return json;
  if (!json.value.every((piece) => typeof piece === 'string')) return json;
  const text = json.value.join('').trim();
  if (!/^(?:[[{].*[\]}]|-?\d+(?:\.\d+)?|true|false|null)$/s.test(text) || !isJson(text)) return json;
  return { kind: 'number', text: [text] };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
