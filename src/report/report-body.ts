import { createHash } from 'node:crypto';
import { decodeBody } from '../formats/body/decode-body.ts';
import type { Body, RecordedBody } from '../model/outcome.ts';
import type { ReportBody } from '../model/report.ts';
import type { HeaderField } from '../model/request-spec.ts';
import { jsonTextOf } from './json-text-of.ts';

/** The most characters of a body that a report holds. */
export const longestText = 65_536;

/** The value of the first header field of that name, or undefined. */
export function headerValue(headers: readonly HeaderField[], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** A received body for a report: decoded where it is text, else its size and hash. */
export function reportBody(body: Body, headers: readonly HeaderField[]): ReportBody {
  if (body.size === 0) return { kind: 'none' };
  const text = decodeBody(body.bytes, headerValue(headers, 'content-type') ?? '', body.size > body.bytes.length);
  return text === null
    ? { kind: 'bytes', size: body.size, sha256: body.sha256 }
    : textBody(text, body.size, body.size > body.bytes.length);
}

/** A sent body for a report. */
export function sentBody(bytes: Uint8Array): ReportBody {
  if (bytes.length === 0) return { kind: 'none' };
  const text = decodeBody(bytes, '');
  return text === null
    ? { kind: 'bytes', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    : textBody(text, bytes.length, false);
}

/** What Tines recorded of a body, for a report. */
export function recordedBody(body: RecordedBody): ReportBody {
  switch (body.kind) {
    case 'json':
      return ofText(jsonTextOf(body.value));
    case 'text':
      return ofText(body.text);
    case 'file':
      return { kind: 'bytes', size: body.size ?? 0, sha256: body.sha256 ?? '' };
    default:
      return body satisfies never;
  }
}

/** A text as a report's body. */
export function ofText(text: string): ReportBody {
  return text === '' ? { kind: 'none' } : textBody(text, Buffer.byteLength(text), false);
}

function textBody(text: string, size: number, truncated: boolean): ReportBody {
  return { kind: 'text', text: text.slice(0, longestText), size, truncated: truncated || text.length > longestText };
}
