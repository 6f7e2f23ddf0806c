import type { BodySpec, Part } from '../model/request-spec.ts';
import type { Text } from '../model/text.ts';
import type { Content } from './content.ts';

type Multipart = Extract<BodySpec, { readonly kind: 'multipart' }>;

/**
 * A multipart body as it goes over the wire (RFC 2046, RFC 7578). `Content-Disposition` is written from the part's name and file name
 * unless the part has one of its own; quotes and line breaks in them are percent-encoded as browsers do.
 */
export function writeMultipart({ boundary, parts }: Multipart): Content {
  return [...parts.flatMap((part) => writePart(boundary, part)), `--${boundary}--\r\n`];
}

function writePart(boundary: string, part: Part): Content {
  const written = part.headers.some(([name]) => name.toLowerCase() === 'content-disposition');
  const disposition: Content = written
    ? []
    : [
        'Content-Disposition: form-data; name="',
        ...escapeParameter(part.name),
        ...(part.filename === undefined ? [] : ['"; filename="', ...escapeParameter(part.filename)]),
        '"\r\n',
      ];
  const fields = part.headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return [
    `--${boundary}\r\n`,
    ...disposition,
    ...fields,
    '\r\n',
    ...(part.content instanceof Uint8Array ? [part.content] : part.content),
    '\r\n',
  ];
}

function escapeParameter(text: Text): Text {
  return text.map((piece) =>
    typeof piece === 'string' ? piece.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A') : piece,
  );
}
