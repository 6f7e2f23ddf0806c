import type { IncomingMessage } from 'node:http';
import type { PostmanRequest } from 'postman-runtime/postman-request';
import type { ClientError } from '../../../model/outcome.ts';
import type { Recorder } from './recorder.ts';

/** curl takes 300 KiB of heads for one answer; a head without fields has about 30 bytes. */
const INTERIM_LIMIT = 10_000;

const failed = (kind: ClientError['kind'], code: string, message: string): ClientError => ({
  kind,
  code,
  message,
  conclusive: true,
});

/** Ends a run where Newman alone would wait for ever, or would take for an answer what is none for curl. */
export function guardAnswer(request: PostmanRequest, recorder: Recorder): void {
  let interim = 0;
  request.req?.on('information', () => {
    interim += 1;
    if (interim > INTERIM_LIMIT)
      recorder.fail(failed('too-large', 'interim answers', 'the server sends interim answers without end'));
  });
  request.req?.once('upgrade', (_, socket) => {
    socket.destroy();
    recorder.fail(failed('protocol', 'upgrade', 'the server changes to another protocol, which nobody asked for'));
  });
  const { allowRedirect } = request._redirect;
  request._redirect.allowRedirect = function (response) {
    const failure = findRedirectFailure(response.headers.location, request.uri.href);
    if (failure === undefined) return allowRedirect.call(this, response);
    recorder.fail(failure);
    return false;
  };
}

/** What is wrong with the head of an answer, if it is something that Newman would not mind. */
export function findHeadFailure(
  { statusCode = 0, httpVersion, headers, rawHeaders }: IncomingMessage,
  { method, maxBodyBytes }: HeadBounds,
): ClientError | undefined {
  if (statusCode < 100) return failed('protocol', 'status', `the answer has the status ${statusCode}, which does not exist`);
  if (!/^1\.[01]$/.test(httpVersion))
    return failed('protocol', 'version', `the answer is of HTTP/${httpVersion}, which nobody asked for`);
  if (rawHeaders.some((text) => text.includes('\0')))
    return failed('protocol', 'NUL', 'a header field of the answer has a NUL character in it');
  if (method !== 'HEAD' && Number(headers['content-length'] ?? 0) > maxBodyBytes)
    return failed('too-large', 'too-large', `the answer is longer than ${maxBodyBytes} bytes`);
  return undefined;
}

interface HeadBounds {
  readonly method: string;
  readonly maxBodyBytes: number;
}

/** Newman would take an address with another scheme, or none that can be read, for a path. */
function findRedirectFailure(location: string | undefined, base: string): ClientError | undefined {
  if (location === undefined || location === '') return undefined;
  if (!URL.canParse(location, base))
    return failed('redirects', 'redirect address', `the server redirects to ‹${location}›, which is no address`);
  const { protocol } = new URL(location, base);
  if (protocol === 'http:' || protocol === 'https:') return undefined;
  return failed('redirects', 'redirect scheme', `the server redirects to ‹${location}›, which is not http or https`);
}
