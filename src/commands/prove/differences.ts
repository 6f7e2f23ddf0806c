import type { SpecifiedMessage } from '../../emit/specified-message.ts';
import type { RecordedWireRequest } from '../../run/recording-server.ts';

/** One place where what arrived is not what the action says; null where one side has nothing there. */
export interface ProofDifference {
  /** `requests`, `method`, `target`, `header content-type`, `body`. */
  readonly part: string;
  readonly specified: string | null;
  readonly sent: string | null;
}

/** Every difference between the request that is specified and what arrived for it. Fields may come in any order; framing counts only by what it frames. */
export function proveDifferences(
  specified: SpecifiedMessage,
  arrived: readonly RecordedWireRequest[],
): readonly ProofDifference[] {
  const [sent, ...others] = arrived;
  if (sent === undefined) return [{ part: 'requests', specified: '1', sent: '0' }];
  return [
    ...(others.length === 0 ? [] : [{ part: 'requests', specified: '1', sent: String(arrived.length) }]),
    ...unlike('method', specified.method, sent.method),
    ...unlike('target', specified.target, sent.target),
    ...fieldDifferences(specified, sent),
    ...lengthDifferences(specified, sent),
    ...(sent.body.equals(specified.body) ? [] : [bodyDifference(specified.body, sent.body)]),
  ];
}

function unlike(part: string, specified: string, sent: string): readonly ProofDifference[] {
  return specified === sent ? [] : [{ part, specified, sent }];
}

const framing: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding']);

function fieldDifferences({ headers, signed }: SpecifiedMessage, sent: RecordedWireRequest): readonly ProofDifference[] {
  const wanted = byName(headers, signed);
  const arrived = byName(sent.headers, signed);
  return [...new Set([...wanted.keys(), ...arrived.keys()])].flatMap((name) => {
    const [missing, extra] = apart(wanted.get(name) ?? [], arrived.get(name) ?? []);
    return Array.from({ length: Math.max(missing.length, extra.length) }, (_, index) => ({
      part: `header ${name}`,
      specified: missing[index] ?? null,
      sent: extra[index] ?? null,
    }));
  });
}

function byName(fields: SpecifiedMessage['headers'], without: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    if (!framing.has(key) && !without.has(key)) values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

/** The values that only one side has, each counted as often as it stands. */
function apart(one: readonly string[], other: readonly string[]): readonly [readonly string[], readonly string[]] {
  const rest = [...other];
  const missing = one.filter((value) => {
    const index = rest.indexOf(value);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [missing, rest];
}

/** A message with chunks has no length, and one without a body need not say so, but for methods that are expected to have one (RFC 9110, section 8.6). */
function lengthDifferences({ method, headers, body }: SpecifiedMessage, sent: RecordedWireRequest): readonly ProofDifference[] {
  const fieldValue = (fields: SpecifiedMessage['headers'], wanted: string) =>
    fields.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const chunked = fieldValue(headers, 'transfer-encoding');
  if (chunked !== undefined) {
    const coding = fieldValue(sent.headers, 'transfer-encoding');
    return coding === chunked ? [] : [{ part: 'header transfer-encoding', specified: chunked, sent: coding ?? null }];
  }
  const announced = fieldValue(sent.headers, 'content-length') ?? null;
  const needed = body.length > 0 || ['POST', 'PUT', 'PATCH'].includes(method);
  if (announced === String(body.length) || (announced === null && !needed)) return [];
  return [{ part: 'header content-length', specified: String(body.length), sent: announced }];
}

const shownBytes = 60;

function bodyDifference(specified: Uint8Array, sent: Uint8Array): ProofDifference {
  let start = 0;
  while (start < specified.length && specified[start] === sent[start]) start += 1;
  const show = (bytes: Uint8Array): string =>
    `${bytes.length} bytes, from byte ${start + 1}: ${Buffer.from(bytes.subarray(start, start + shownBytes)).toString('utf8')}`;
  return { part: 'body', specified: show(specified), sent: show(sent) };
}
