import type { BodySpec, RequestSpec } from '../../src/model/request-spec.ts';
import type { SecretValues, Text } from '../../src/model/text.ts';
import type { ExpectedRequest } from './emit-hostile-requests.ts';

const encoders = {
  json: (text: string) => JSON.stringify(text).slice(1, -1),
  form: (text: string) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
  base64: (text: string) => Buffer.from(text).toString('base64'),
  xml: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
};

/** What a request is on the wire, in a few lines of the tests' own, so that the code under test is not its own judge. */
export function specifiedBytes(request: RequestSpec, values: SecretValues): ExpectedRequest {
  const fill = (text: Text): string =>
    text
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const plain = piece.of === undefined ? (values.get(piece.name) ?? '') : fill(piece.of);
        return piece.encodings.reduce((value, encoding) => encoders[encoding](value), plain);
      })
      .join('');
  const address = fill(request.url).replace(/^https?:\/\/[^/?]*/i, '');
  const fields = request.headers
    .map(([name, value]) => [name.toLowerCase(), fill(value)] as const)
    .filter(([name]) => !['host', 'content-length', 'connection'].includes(name));
  const cookies = fields.filter(([name]) => name === 'cookie').map(([, value]) => value);
  const joined =
    cookies.length < 2 ? fields : [...fields.filter(([name]) => name !== 'cookie'), ['cookie', cookies.join('; ')] as const];
  return {
    method: request.method,
    target: address.startsWith('/') ? address : `/${address}`,
    headers: joined.map(([name, value]) => [
      name,
      Buffer.from(value)
        .toString('latin1')
        .replace(/^[ \t]+|[ \t]+$/g, ''),
    ]),
    body: bodyBytes(request.body, fill),
  };
}

function bodyBytes(body: BodySpec, fill: (text: Text) => string): Buffer {
  switch (body.kind) {
    case 'none':
      return Buffer.alloc(0);
    case 'bytes':
      return Buffer.from(body.bytes);
    case 'text':
    case 'form':
      return Buffer.from(fill(body.text));
    case 'multipart': {
      const quoted = (text: Text) => fill(text).replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
      const parts = body.parts.flatMap(({ name, filename, headers, content }) => {
        const hasOwn = headers.some(([key]) => key.toLowerCase() === 'content-disposition');
        const file = filename === undefined ? '' : `; filename="${quoted(filename)}"`;
        const disposition = hasOwn ? '' : `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n`;
        const head = `--${body.boundary}\r\n${disposition}${headers.map(([key, value]) => `${key}: ${value}\r\n`).join('')}\r\n`;
        return [Buffer.from(head), content instanceof Uint8Array ? content : Buffer.from(fill(content)), Buffer.from('\r\n')];
      });
      return Buffer.concat([...parts, Buffer.from(`--${body.boundary}--\r\n`)]);
    }
  }
}
