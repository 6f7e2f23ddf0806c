import type { Json } from '../../model/json.ts';
import type { Redactor } from '../../secrets/redactor.ts';

/** The value with labels in those of its names and texts that show a known secret. `text` is what it was read from, which is searched first, as few hold one. */
export function hideInJson(json: Json, text: string, { find, redact }: Pick<Redactor, 'find' | 'redact'>): Json {
  return find(text) === null ? json : changed(json, (part) => (find(part) === null ? part : redact(part)));
}

function changed(json: Json, hide: (text: string) => string): Json {
  switch (json.kind) {
    case 'string':
      return { ...json, value: hide(json.value) };
    case 'array':
      return { ...json, items: json.items.map((item) => changed(item, hide)) };
    case 'object':
      return {
        ...json,
        members: json.members.map((member) => ({ ...member, key: hide(member.key), value: changed(member.value, hide) })),
      };
    default:
      return json;
  }
}
