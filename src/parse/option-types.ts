import type { Json } from '../model/json.ts';

/** What an option of the HTTP Request action may be, beside `null` (as if absent) and text with a formula, a pill or Liquid in it. */
export type OptionType = 'anything' | 'text' | 'switch' | 'number' | 'object' | 'text-or-list' | 'list' | 'object-or-list';

/** The options of the HTTP Request action, as its documentation and exported stories have them. */
export const optionTypes: ReadonlyMap<string, OptionType> = new Map<string, OptionType>([
  ['url', 'text'],
  ['method', 'text'],
  ['content_type', 'text'],
  ['payload', 'anything'],
  ['params_encoder', 'text'],
  ['headers', 'object'],
  ['basic_auth', 'text-or-list'],
  ['user_agent', 'text'],
  ['timeout', 'number'],
  ['disable_ssl_verification', 'switch'],
  ['custom_certificate_authority_name', 'text'],
  ['mutual_tls', 'text'],
  ['disable_redirect_follow', 'switch'],
  ['redirect_authorization', 'switch'],
  ['disable_url_encoding', 'switch'],
  ['retry_on_status', 'list'],
  ['retries', 'number'],
  ['log_error_on_status', 'list'],
  ['log_error_if', 'anything'],
  ['emit_failure_event', 'anything'],
  ['use_tunnel', 'switch'],
  ['http_proxy_url', 'text'],
  ['customize_output', 'anything'],
  ['local', 'object'],
  // Both are in stories of 2021; the list is always empty.
  ['placeholders', 'object-or-list'],
  ['manual_time', 'anything'],
]);

const kinds: Readonly<Record<OptionType, readonly Json['kind'][]>> = {
  anything: ['boolean', 'number', 'string', 'array', 'object'],
  text: ['string'],
  switch: ['boolean', 'string'],
  number: ['number', 'string'],
  object: ['object'],
  'text-or-list': ['string', 'array'],
  // A single status stands for a list of one.
  list: ['array', 'string', 'number'],
  'object-or-list': ['object', 'array'],
};

const names: Readonly<Record<OptionType, string>> = {
  anything: 'any value',
  text: 'text',
  switch: '‹true› or ‹false›',
  number: 'a number',
  object: 'an object',
  'text-or-list': 'text ‹user:password› or a list of the two',
  list: 'a list',
  'object-or-list': 'an object',
};

/** Whether a value of this kind can be what the option wants. */
export function fits(value: Json, type: OptionType): boolean {
  return value.kind === 'null' || kinds[type].includes(value.kind) || (value.kind === 'string' && isTemplate(value.value));
}

/** How a message calls what the option wants: ‹a list›. */
export function optionTypeName(type: OptionType): string {
  return names[type];
}

/** How a message calls what a value is: ‹a list›. */
export function kindName(value: Json): string {
  const kindNames = {
    null: '‹null›',
    boolean: `‹${value.kind === 'boolean' && value.value}›`,
    number: 'a number',
    string: 'text',
    array: 'a list',
    object: 'an object',
  };
  return kindNames[value.kind];
}

/** Whether text is evaluated before it is used: it is a formula, or has pills or Liquid in it. */
function isTemplate(text: string): boolean {
  return text.startsWith('=') || text.includes('<<') || text.includes('{{') || text.includes('{%');
}
