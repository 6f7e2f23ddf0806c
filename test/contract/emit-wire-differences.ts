import type { RecordedWireRequest } from '../support/recording-server.ts';
import type { ExpectedRequest } from './emit-hostile-requests.ts';

/** Fields that a client adds because there is no message without them. */
const framing = new Set(['host', 'content-length', 'connection']);

/** Where a request on the wire is not the expected one, in words; empty where it is. Fields may come in any order. */
export function wireDifferences(expected: ExpectedRequest, sent: RecordedWireRequest | undefined): readonly string[] {
  if (sent === undefined) return ['nothing arrived'];
  const arrange = (fields: readonly (readonly [string, string])[]): string =>
    JSON.stringify([...fields].map((field) => field.join(': ')).sort());
  const fields = sent.headers.map(([name, value]) => [name.toLowerCase(), value] as const).filter(([name]) => !framing.has(name));
  return [
    ...(sent.method === expected.method ? [] : [`method ${sent.method}, not ${expected.method}`]),
    ...(sent.target === expected.target ? [] : [`target ${sent.target}, not ${expected.target}`]),
    ...(arrange(fields) === arrange(expected.headers) ? [] : [`fields ${arrange(fields)}, not ${arrange(expected.headers)}`]),
    ...(sent.body.equals(expected.body)
      ? []
      : [
          `body ${sent.body.subarray(0, 300).toString('latin1')} (${sent.body.length}), not ${expected.body.subarray(0, 300).toString('latin1')} (${expected.body.length})`,
        ]),
  ];
}
