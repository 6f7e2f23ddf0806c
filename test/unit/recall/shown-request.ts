import { contentBytes } from '../../../src/emit/content-bytes.ts';
import { requestContent } from '../../../src/emit/request-content.ts';
import { textValue } from '../../../src/emit/text-value.ts';
import type { WorkingRequest } from '../../../src/import/read-working.ts';

/** A request with its secrets in their places, repeated headers joined, and its boundary as `{boundary}`. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Shows a request that works for a comparison in a test. */
export function shownRequest({ request, values }: WorkingRequest): ShownRequest {
  const { body } = request;
  const boundary = body.kind === 'multipart' ? body.boundary : '\0';
  const headers = new Map<string, string>();
  for (const [name, text] of request.headers) {
    const value = textValue(text, values).replaceAll(boundary, '{boundary}');
    const known = headers.get(name);
    headers.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  const content = requestContent(body);
  return {
    method: request.method,
    url: textValue(request.url, values),
    headers,
    body: content === null ? '' : Buffer.from(contentBytes(content, values)).toString('utf8').replaceAll(boundary, '{boundary}'),
  };
}
