import type { Difference } from '../model/difference.ts';
import type { Lane, SentMessage } from '../model/outcome.ts';
import { changeOf } from './compare-answers.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareHeaders } from './compare-headers.ts';
import { signatureNoise } from './noise/signature-noise.ts';

/** Every difference between what two clients put on the wire: method, target, header fields, body. */
export function compareSent(between: readonly [Lane, Lane], left: SentMessage, right: SentMessage): readonly Difference[] {
  const differences: Difference[] = [];
  const add = (path: string, values: readonly [string | null, string | null], noise?: string): void => {
    differences.push({
      between,
      path,
      values,
      change: changeOf(values),
      ...(noise === undefined ? {} : { noise }),
    });
  };
  if (left.method !== right.method) add('sent.method', [left.method, right.method]);
  if (left.target !== right.target) add('sent.target', [left.target, right.target]);
  if (left.version !== right.version)
    add('sent.version', [left.version, right.version], 'the version of HTTP that was negotiated');
  const signed = signatureNoise(left, right);
  for (const { name, values } of compareHeaders(left.headers, right.headers))
    add(`sent.headers.${name}`, values, connectionNoise.get(name) ?? signed(name));
  for (const { place, values } of compareBodies(textOrBytes(left.body), textOrBytes(right.body)))
    add(`sent.body${place.startsWith('line') ? ` ${place}` : place}`, values);
  return differences;
}

const connectionNoise: ReadonlyMap<string, string> = new Map([
  ['connection', 'each client manages its own connection'],
  ['content-length', 'follows from the body'],
  ['host', 'names the same server'],
]);

function textOrBytes(bytes: Uint8Array): Parameters<typeof compareBodies>[0] {
  if (bytes.length === 0) return { kind: 'none' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), mediaType: '' };
  } catch {
    return { kind: 'text', text: Buffer.from(bytes).toString('latin1'), mediaType: '' };
  }
}
