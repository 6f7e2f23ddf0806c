import type { BodySpec, Policy, RequestSpec } from '../../src/model/request-spec.ts';
import type { Text } from '../../src/model/text.ts';
import { agent, hostileSketches, hostileValues } from './emit-hostile-sketches.ts';

/** A request that some generator in the field gets wrong, with the bytes that must arrive. */
export interface HostileRequest {
  readonly title: string;
  readonly request: RequestSpec;
  readonly expected: ExpectedRequest;
}

export interface ExpectedRequest {
  readonly method: string;
  readonly target: string;
  /** Names in lower case; values as Latin-1 of the bytes on the wire. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** Follows three redirects and waits for 20 seconds. */
export const hostilePolicy: Policy = {
  redirects: { follow: true, limit: 3, keepAuthorization: false },
  tls: { verify: true },
  timeoutSeconds: 20,
  success: [{ from: 200, to: 399 }],
};

/** Fields that are not compared, since a client may need another value. */
const framing = new Set(['host', 'content-length', 'connection']);

/** Every hostile request, addressed to the server. */
export function hostileRequests(origin: string): readonly HostileRequest[] {
  return hostileSketches.map(([title, sketch]) => {
    const { method = 'GET', path = ['/'], headers = [agent], body = { kind: 'none' } } = sketch;
    const [first, ...rest] = path;
    const url: Text = typeof first === 'string' ? [origin + first, ...rest] : [origin, ...path];
    return {
      title,
      request: { method, url, headers, body, policy: hostilePolicy },
      expected: {
        method,
        target: sketch.target ?? path.join(''),
        headers: (sketch.fields ?? headers)
          .filter(([name]) => !framing.has(name.toLowerCase()))
          .map(([name, value]) => [name.toLowerCase(), Buffer.from(fill(value), 'utf8').toString('latin1').trim()]),
        body: sketch.sent ?? bodyBytes(body),
      },
    };
  });
}

function bodyBytes(body: BodySpec): Buffer {
  switch (body.kind) {
    case 'none':
      return Buffer.alloc(0);
    case 'bytes':
      return Buffer.from(body.bytes);
    case 'multipart':
      throw new Error('say what must arrive');
    default:
      return Buffer.from(fill(body.text), 'utf8');
  }
}

/** The values put in by a few lines of the test's own, so that the code under test is not its own judge. */
function fill(pieces: Text): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const value = piece.of === undefined ? (hostileValues.get(piece.name) ?? '') : fill(piece.of);
      if (piece.encodings.includes('json')) return JSON.stringify(value).slice(1, -1);
      return piece.encodings.includes('base64') ? Buffer.from(value, 'utf8').toString('base64') : value;
    })
    .join('');
}
