import type { Difference } from '../model/difference.ts';
import type { Json } from '../model/json.ts';
import type { Lane, RecordedRequest, SentMessage } from '../model/outcome.ts';
import type { ComparableBody } from './comparable-body.ts';
import { changeOf } from './compare-answers.ts';
import { compareBodies } from './compare-bodies.ts';
import { recordedText } from './recorded-text.ts';

/**
 * Every difference between the request that Tines' log shows and one that a client sent. The log shows parameters and body before they are
 * encoded, so query and body are compared decoded; a header is compared where the log names it.
 */
export function compareRecordedRequest(
  between: readonly [Lane, Lane],
  recorded: RecordedRequest,
  sent: SentMessage,
): readonly Difference[] {
  const differences: Difference[] = [];
  const add = (path: string, values: readonly [string | null, string | null]): void => {
    differences.push({
      between,
      path,
      values,
      change: changeOf(values),
      ...(isHidden(values) ? { noise: 'the log hides what Tines sent there' } : {}),
    });
  };
  if (recorded.method.toUpperCase() !== sent.method) add('sent.method', [recorded.method.toUpperCase(), sent.method]);
  const mine = splitUrl(recorded.url);
  const other = splitUrl(sent.url);
  if (mine.address !== other.address) add('sent.url', [mine.address, other.address]);
  const mineQuery = [...mine.query, ...flatten('', recorded.params)].sort().join('&');
  const otherQuery = [...other.query].sort().join('&');
  if (mineQuery !== otherQuery) add('sent.query', [mineQuery, otherQuery]);
  for (const [name, value] of recorded.headers) {
    const found = sent.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, text]) => text);
    if (!found.includes(value)) add(`sent.headers.${name.toLowerCase()}`, [value, found.length === 0 ? null : found.join(', ')]);
  }
  for (const { place, values } of compareBodies(recordedBody(recorded.body), sentBody(sent)))
    add(`sent.body${place.startsWith('line') ? ` ${place}` : place}`, values);
  return differences;
}

/** Tines' log has 16 asterisks in the place of a secret; where nothing is known of it, any text may have stood there. */
function isHidden([recorded, sent]: readonly [string | null, string | null]): boolean {
  if (recorded === null || sent === null || !recorded.includes(mask)) return false;
  const pieces = recorded.split(mask);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === 0 ? (sent.startsWith(piece) ? 0 : -1) : sent.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at === sent.length || sent.endsWith(pieces.at(-1) ?? '');
}

const mask = '*'.repeat(16);

function splitUrl(url: string): { readonly address: string; readonly query: readonly string[] } {
  if (!URL.canParse(url)) return { address: url, query: [] };
  const parsed = new URL(url);
  return {
    address: `${parsed.origin}${parsed.pathname}`,
    query: [...parsed.searchParams].map(([name, value]) => `${name}=${value}`),
  };
}

/** Parameters as Faraday names them: `a[b]=1`, `a[]=x`. */
function flatten(name: string, json: Json): readonly string[] {
  switch (json.kind) {
    case 'null':
      return name === '' ? [] : [`${name}=`];
    case 'boolean':
      return [`${name}=${json.value}`];
    case 'number':
      return [`${name}=${json.text}`];
    case 'string':
      return name === '' ? [] : [`${name}=${json.value}`];
    case 'array':
      return json.items.flatMap((item) => flatten(`${name}[]`, item));
    case 'object':
      return json.members.flatMap(({ key, value }) => flatten(name === '' ? key : `${name}[${key}]`, value));
    default:
      return json satisfies never;
  }
}

function recordedBody(body: Json): ComparableBody {
  if (body.kind === 'null') return { kind: 'none' };
  const text = body.kind === 'string' ? body.value : recordedText(body);
  return text === '' || text === '{}' ? { kind: 'none' } : { kind: 'text', text, mediaType: '' };
}

/** A form body is compared as the object it encodes: that is how the log shows it. */
function sentBody({ headers, body }: SentMessage): ComparableBody {
  if (body.length === 0) return { kind: 'none' };
  const text = Buffer.from(body).toString('utf8');
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return { kind: 'text', text, mediaType: '' };
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text))
    fields.set(name.replace(/\[\]$/u, ''), [...(fields.get(name.replace(/\[\]$/u, '')) ?? []), value]);
  return {
    kind: 'text',
    text: JSON.stringify(
      Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
    ),
    mediaType: '',
  };
}
