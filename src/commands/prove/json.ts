import { createHash } from 'node:crypto';
import type { Proof } from './prove-conversion.ts';

/** A proof for scripts: plain JSON, without the values of fields that are equal. */
export function proveJson({ equal, alike, message, lanes }: Proof): object {
  const { method, target, headers, body } = message;
  return {
    equal,
    alike,
    request: {
      method,
      target,
      headers: headers.map(([name]) => name),
      body: { size: body.length, sha256: createHash('sha256').update(body).digest('hex') },
    },
    lanes,
  };
}
