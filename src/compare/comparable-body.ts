import { decodeBody } from '../formats/body/decode-body.ts';
import type { Body, RecordedBody } from '../model/outcome.ts';
import type { HeaderField } from '../model/request-spec.ts';
import { recordedText } from './recorded-text.ts';

/** A body in the form in which it is compared. */
export type ComparableBody =
  | { readonly kind: 'none' }
  /** Text that may be JSON, XML, HTML or plain; decoded by its charset. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly mediaType: string;
      /** Size and hash of the bytes, where there were any. */
      readonly of?: { readonly size: number; readonly sha256: string };
    }
  | {
      readonly kind: 'bytes';
      readonly size: number;
      readonly sha256: string;
      readonly mediaType: string;
      /** Present on a body that is too long to be held: gives its text, or null where it is none, or longer than may be opened. */
      readonly open?: () => string | null;
    };

/** Gives the whole of a body of which only the head is in memory; null where it is too long for that. */
export type WholeBody = (body: Body) => Uint8Array | null;

/** A received body, decoded where it is text. A long one is opened only when it has to be. */
export function comparableBody(body: Body, headers: readonly HeaderField[], whole: WholeBody = () => null): ComparableBody {
  if (body.size === 0) return { kind: 'none' };
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (body.size > body.bytes.length) {
    const open = (): string | null => {
      const bytes = whole(body);
      return bytes === null ? null : decodeBody(bytes, contentType);
    };
    return { kind: 'bytes', size: body.size, sha256: body.sha256, mediaType, open };
  }
  const text = decodeBody(body.bytes, contentType);
  return text === null
    ? { kind: 'bytes', size: body.size, sha256: body.sha256, mediaType }
    : { kind: 'text', text, mediaType, of: { size: body.size, sha256: body.sha256 } };
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
