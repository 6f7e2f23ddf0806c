import { createHash } from 'node:crypto';
import type { TenantAnswer } from './send-request.ts';

/** What an action adds to its event: the answer with its body parsed where it is JSON, as an object with its hashes where it is no text. */
export function recordedPart({ status, headers, bytes }: TenantAnswer): Readonly<Record<string, unknown>> {
  return { body: recordedBody(bytes, headers['content-type'] ?? ''), headers, status };
}

function recordedBody(bytes: Buffer, type: string): unknown {
  const text = bytes.toString('utf8');
  if (/[/+]json\b/iu.test(type)) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  if (!text.includes('\ufffd') && !text.includes('\u0000')) return text;
  const hash = (name: string): string => createHash(name).update(bytes).digest('hex');
  return {
    content_type: type,
    md5: hash('md5'),
    sha256: hash('sha256'),
    sizeinbytes: bytes.length,
    base64encodedcontents: bytes.toString('base64'),
  };
}
