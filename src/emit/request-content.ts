import type { BodySpec } from '../model/request-spec.ts';
import type { Content } from './content.ts';
import { writeMultipart } from './write-multipart.ts';

/** The body of a request as it goes over the wire; null where it has none (which is not the same as an empty one). */
export function requestContent(body: BodySpec): Content | null {
  switch (body.kind) {
    case 'none':
      return null;
    case 'text':
    case 'form':
      return body.text;
    case 'multipart':
      return writeMultipart(body);
    case 'bytes':
      return [body.bytes];
    default:
      return body satisfies never;
  }
}
