import type { Body, RecordedBody } from '../model/outcome.ts';
import type { HeaderField } from '../model/request-spec.ts';
import { recordedText } from './recorded-text.ts';

/** A body in the form in which it is compared. */
export type ComparableBody =
  | { readonly kind: 'none' }
  /** Text that may be JSON, XML, HTML or plain; decoded by its charset. */
  | { readonly kind: 'text'; readonly text: string; readonly mediaType: string }
  | { readonly kind: 'bytes'; readonly size: number; readonly sha256: string; readonly mediaType: string };

/** A received body, decoded by the charset of its media type (UTF-8 unless said) where it is text. */
export function comparableBody(body: Body, headers: readonly HeaderField[]): ComparableBody {
  if (body.size === 0) return { kind: 'none' };
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const text = body.size > body.bytes.length ? null : decodeText(body.bytes, contentType);
  return text === null ? { kind: 'bytes', size: body.size, sha256: body.sha256, mediaType } : { kind: 'text', text, mediaType };
}

/** What Tines recorded, in the same form. */
export function comparableRecord(body: RecordedBody): ComparableBody {
  switch (body.kind) {
    case 'json':
      return { kind: 'text', text: recordedText(body.value), mediaType: 'application/json' };
    case 'text':
      return body.text === '' ? { kind: 'none' } : { kind: 'text', text: body.text, mediaType: '' };
    case 'file':
      return { kind: 'bytes', size: body.size ?? 0, sha256: body.sha256 ?? '', mediaType: body.contentType ?? '' };
    default:
      return body satisfies never;
  }
}

function decodeText(bytes: Uint8Array, contentType: string): string | null {
  const charset = /charset="?([^";\s]+)/iu.exec(contentType)?.[1] ?? 'utf-8';
  for (const label of [charset, 'utf-8']) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      // An unknown or a wrong charset: the next one is tried.
    }
  }
  return null;
}
