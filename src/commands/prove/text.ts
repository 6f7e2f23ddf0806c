import { shorten } from '../../report/printable.ts';
import type { Proof, ProofLane } from './prove-conversion.ts';

const artifactNames: Readonly<Record<ProofLane['artifact'], string>> = {
  'curl-command': 'cURL command, in bash',
  'curl-config': 'cURL command, as compare runs it',
  postman: 'Postman collection, in Newman',
};
const valueWidth = 70;

/** A proof in a few lines for people; without control characters, long values cut. Ends without a line break. */
export function proveText(name: string, { equal, alike, message, lanes }: Proof): string {
  const { method, target, headers, body } = message;
  const size = `${headers.length} header fields, ${body.length} bytes of body`;
  const ran = lanes.filter(({ state }) => state !== 'skipped').length;
  const conclusion =
    ran === 0
      ? 'nothing could be sent, so nothing is proved'
      : equal
        ? 'the bytes are equal: what the action says arrives from each'
        : `the bytes are not equal${alike && ran > 1 ? ', though the clients agree with each other' : ''}`;
  return [
    `${name === '' ? 'the action' : `‹${shorten(name, valueWidth)}›`}: ${shorten(`${method} ${target}`, valueWidth)} (${size})`,
    ...lanes.flatMap(laneLines),
    `  ${conclusion}`,
  ].join('\n');
}

function laneLines({ artifact, state, differences, reason }: ProofLane): readonly string[] {
  const show = (value: string | null): string =>
    value === null ? 'nothing' : `‹${shorten(Buffer.from(value, 'latin1').toString('utf8'), valueWidth)}›`;
  return [
    `  ${state.padEnd(9)}  ${artifactNames[artifact]}${state === 'skipped' && reason !== undefined ? `: ${shorten(reason, 100)}` : ''}`,
    ...differences.map(({ part, specified, sent }) => `             ${shorten(part, 40)}: ${show(sent)}, not ${show(specified)}`),
    ...(state === 'different' && reason !== undefined ? [`             ${shorten(reason, 200)}`] : []),
  ];
}
