import type { Action } from '../../model/action.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';

/** An action without secrets in its own text, and what stood there, by the name of the credential that stands there now. */
export interface HiddenLiterals {
  readonly action: Action;
  readonly credentials: ReadonlyMap<string, string>;
}

const sensitiveHeader =
  /^(?:authorization|proxy-authorization|cookie|.*(?:api-?key|access-?key|auth-?key|token|secret|password|signature).*)$/iu;
const sensitiveMember =
  /^(?:.*(?:password|passwd|passphrase|secret|api[-_]?key|access[-_]?key|private[-_]?key)|(?:access|refresh|id|auth|api|bot)?[-_]?token|assertion|jwt)$/iu;
const scheme = /^(?:Bearer|Basic|Token|SSWS|ApiKey|Key|GenieKey|Splunk|Negotiate|token|bearer|basic)\s+/u;
const queryParameter = /([?&](?:[\w.-]*(?:api[-_]?key|access[-_]?key|token|secret|password|signature|sig))=)([^&#<{]+)/giu;
const template = /<<|\{\{|<%|\{%|^=/u;

/**
 * Puts a credential in the place of what looks like a secret and is none: a header field for credentials whose value, once resolved, holds
 * no named secret (typed in, or taken from another action's event), and members and query parameters with such names that are typed in.
 * `headers` are those of the request.
 */
export function hideLiterals(action: Action, headers: readonly HeaderField<Text>[]): HiddenLiterals {
  const credentials = new Map<string, string>();
  const hide = (hint: string, value: string): string => {
    const known = [...credentials].find(([, other]) => other === value)?.[0];
    const name = known ?? freeName(hint, credentials);
    credentials.set(name, value);
    return `<<CREDENTIAL.${name}>>`;
  };
  const members = action.options.members.map(({ key, value, ...rest }) => {
    if (key === 'headers') return { ...rest, key, value: hideHeaders(value, headers, hide) };
    if (key === 'url' && value.kind === 'string')
      return { ...rest, key, value: { ...value, value: hideInUrl(value.value, hide) } };
    if (key === 'basic_auth' && value.kind === 'array')
      return {
        ...rest,
        key,
        value: { ...value, items: value.items.map((item, index) => hideText(item, index === 1 ? 'password' : null, hide)) },
      };
    return { ...rest, key, value: key === 'payload' ? hideMembers(value, hide) : value };
  });
  return { action: { ...action, options: { ...action.options, members } }, credentials };
}

type Hide = (hint: string, value: string) => string;

function freeName(hint: string, taken: ReadonlyMap<string, string>): string {
  const stem = `recorded_${hint
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '')}`;
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}_${count}`;
  return name;
}

function hideHeaders(json: Json, headers: readonly HeaderField<Text>[], hide: Hide): Json {
  if (json.kind !== 'object') return json;
  const hidden = json.members.map((member): JsonObject['members'][number] => {
    if (!sensitiveHeader.test(member.key) || member.value.kind !== 'string') return member;
    const sent = headers.find(([name]) => name.toLowerCase() === member.key.toLowerCase())?.[1] ?? [];
    const text = sent.filter((part) => typeof part === 'string').join('');
    if (text.length !== sent.join('').length || sent.some((part) => typeof part !== 'string')) return member;
    const prefix = scheme.exec(text)?.[0] ?? '';
    const value = text.slice(prefix.length);
    return value.trim().length < 4
      ? member
      : { ...member, value: { ...member.value, value: `${prefix}${hide(member.key, value)}` } };
  });
  return { ...json, members: hidden };
}

function hideInUrl(url: string, hide: Hide): string {
  return url.startsWith('=')
    ? url
    : url.replace(queryParameter, (_, before: string, value: string) => `${before}${hide(before.slice(1, -1), value)}`);
}

function hideMembers(json: Json, hide: Hide): Json {
  if (json.kind === 'array') return { ...json, items: json.items.map((item) => hideMembers(item, hide)) };
  if (json.kind !== 'object') return json;
  const members = json.members.map((member) =>
    member.value.kind === 'string'
      ? { ...member, value: hideText(member.value, sensitiveMember.test(member.key) ? member.key : null, hide) }
      : { ...member, value: hideMembers(member.value, hide) },
  );
  return { ...json, members };
}

function hideText(json: Json, hint: string | null, hide: Hide): Json {
  if (hint === null || json.kind !== 'string' || json.value.length < 4 || template.test(json.value)) return json;
  return { ...json, value: hide(hint, json.value) };
}
