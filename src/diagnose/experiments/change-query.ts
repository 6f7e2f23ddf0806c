import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { joinUrl, type Parameter, splitUrl } from '../working/url-parts.ts';
import type { Change } from './change.ts';

interface Variant {
  readonly name: string;
  readonly fix: string;
  readonly write: (text: string) => string;
}

const VARIANTS: readonly Variant[] = [
  {
    name: 'with ‹%20› for a space in the query',
    write: (text) => text.replaceAll('+', '%20'),
    fix: 'write the query into the url with %20 for spaces, and set disable_url_encoding to true',
  },
  {
    name: 'with lists as repeated names, without ‹[]›',
    write: (text) => text.replace(/(?:%5B%5D|\[\])(?==|$)/gi, ''),
    fix: 'set params_encoder to "flat"',
  },
  {
    name: 'with ‹,›, ‹:›, ‹/›, ‹@› and ‹$› unescaped in the query',
    write: (text) => text.replace(/%2C|%3A|%2F|%40|%24|%3B/gi, (escaped) => decodeURIComponent(escaped)),
    fix: 'set disable_url_encoding to true, and write the query into the url as the API wants it',
  },
];

/** The query written in the other ways that servers insist on; only those that change it. */
export function changeQuery(request: RequestSpec, { input }: Evidence): readonly Change[] {
  const { base, parameters } = splitUrl(request.url);
  const pointer = optionPointer(input.action, [parameters.length > 0 && input.request.method === 'GET' ? 'payload' : 'url']);
  return VARIANTS.flatMap(({ name, write, fix }) => {
    const changed = parameters.map((parameter) => ({ text: rewritten(parameter, write) }));
    const isChanged = changed.some(({ text }, index) => text.join() !== parameters[index]?.text.join());
    if (!isChanged) return [];
    const url = joinUrl({ base, parameters: changed });
    return [
      {
        claims: 'query-encoding',
        name,
        request: { ...request, url },
        touchesCredential: false,
        isBlind: false,
        fix,
        ...at(pointer),
        addition: 'its query encoding',
      } satisfies Change,
    ];
  });
}

function rewritten({ text }: Parameter, write: (text: string) => string): Text {
  return text.map((piece) => (typeof piece === 'string' ? write(piece) : piece));
}
