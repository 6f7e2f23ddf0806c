import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { at } from '../at.ts';
import { optionPointer, optionText } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { decodeComponent, joinUrl, type Parameter, splitUrl } from '../working/url-parts.ts';
import type { Change } from './change.ts';
import { withJsonBody } from './write-payload.ts';

const SAMPLE = /^(?:key|something|array_example(?:\[\])?|object_example\[key\])$/;
const UNKNOWN =
  /\b(?:unknown|unexpected|unrecogni[sz]ed|unsupported|additional|extra|illegal) (?:query |url |request )?(?:param|field|arg|propert|key|option|quer)|\bquery\b[^.]{0,30}\bnot (?:allowed|supported|accepted)/i;
const SAMPLE_MEMBERS: ReadonlySet<string> = new Set(['key', 'something', 'array_example', 'object_example']);

/** The request without the sample payload of the editor: out of the query, or out of a JSON or form body. */
export function withoutSample(request: RequestSpec, { input }: Evidence): Change | null {
  const pointer = optionPointer(input.action, ['payload']);
  const change = (changed: RequestSpec): Change => ({
    claims: 'leftover-payload',
    name: 'without the sample payload of the editor',
    request: changed,
    touchesCredential: false,
    isBlind: false,
    fix: 'remove key, array_example, object_example (the editor’s sample) from the payload',
    ...at(pointer),
  });
  const { base, parameters } = splitUrl(request.url);
  const kept = parameters.filter((parameter) => !isSample(parameter));
  if (request.body.kind === 'none')
    return kept.length === parameters.length ? null : change({ ...request, url: joinUrl({ base, parameters: kept }) });
  if (request.body.kind === 'form') {
    const fields = request.body.text
      .join('')
      .split('&')
      .filter((field) => !isSample({ name: decodeComponent(field.split('=')[0] ?? ''), text: [field] }));
    const isPlain = request.body.text.every((piece) => typeof piece === 'string');
    return isPlain ? change({ ...request, body: { kind: 'form', fields: [], text: [fields.join('&')] } }) : null;
  }
  const changed = withJsonBody(request, input.action, (key) => !SAMPLE_MEMBERS.has(key));
  return changed === null || request.body.kind !== 'text' ? null : change(changed);
}

// A parameter called `key` may be the author's own.
function isSample({ name, text }: { readonly name: string; readonly text: Text }): boolean {
  return SAMPLE.test(name) && (name !== 'key' || text.join('') === 'key=value');
}

/** A request without a body, without what its payload put into the query; null where it put nothing there. */
export function withoutQueryPayload(request: RequestSpec, { input, messages }: Evidence): Change | null {
  if (request.body.kind !== 'none') return null;
  const written = optionText(input.action, ['payload']);
  const payload = input.action.options.members.findLast(({ key }) => key.join('') === 'payload')?.value;
  if (written === undefined || payload?.kind !== 'object') return null;
  const names = new Set(payload.members.map(({ key }) => (key instanceof Uint8Array ? '' : key.join(''))));
  const { base, parameters } = splitUrl(request.url);
  // A credential stays.
  const kept = parameters.filter(
    ({ name, text }) => !names.has(name.replace(/\[.*/s, '')) || text.some((piece) => typeof piece !== 'string'),
  );
  const removed = parameters.filter((parameter) => !kept.includes(parameter));
  const isUnknown = messages.some((message) => UNKNOWN.test(message));
  // Who speaks of what stands in the query has read it.
  if (removed.length === 0 || (!isUnknown && isSpokenOf(removed, messages))) return null;
  return {
    claims: 'payload-as-query',
    name: 'without the payload in the query',
    request: { ...request, url: joinUrl({ base, parameters: kept }) },
    touchesCredential: false,
    isBlind: false,
    fix: `remove the payload: Tines sends it in the query of a ${request.method}; or choose the method that the API takes it with`,
    ...at(optionPointer(input.action, ['payload'])),
    // Without the server's word for it, one wrong value in the query would look the same.
    ...(isUnknown ? {} : { proves: 'likely' as const }),
  };
}

function isSpokenOf(parameters: readonly Parameter[], messages: readonly string[]): boolean {
  const words = parameters
    .flatMap(({ name, value }) => [
      name,
      ...decodeComponent(value.filter((piece) => typeof piece === 'string').join('')).split(/[^\p{L}\p{N}_-]+/u),
    ])
    .filter((word) => word.length >= 4)
    .map((word) => word.toLowerCase());
  return messages.some((message) => words.some((word) => message.toLowerCase().includes(word)));
}
