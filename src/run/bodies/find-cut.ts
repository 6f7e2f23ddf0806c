import type { CurlProcessEnd } from '../curl/process.ts';
import type { CurlEnd } from '../curl/transfer.ts';
import type { BodySink } from './body-sink.ts';

/** Why a transfer has no exit status of curl's own; undefined where it has. `flooded`: it was ended for a flood of header fields. */
export function findCut(end: CurlProcessEnd, sink: BodySink, flooded: boolean): CurlEnd['cut'] {
  if (sink.refusal instanceof Error)
    return { code: 'body', message: `the answer's body could not be kept: ${sink.refusal.message}` };
  if (sink.refusal !== undefined || flooded) return 'too-large';
  if (end.timedOut) return 'hung';
  if (end.code === 'ENOENT') return { code: 'ENOENT', message: 'curl was not found' };
  if (end.exitCode !== undefined) return undefined;
  const reason = end.signal ?? end.code;
  return { code: reason ?? 'curl', message: `curl did not run to its end (${reason ?? 'unknown'})` };
}
