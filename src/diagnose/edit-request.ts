import type { RequestSpec } from '../model/request-spec.ts';
import type { Text } from '../model/text.ts';

/** The value of a header, names compared without case; undefined without one. */
export function headerText(request: RequestSpec, name: string): Text | undefined {
  return request.headers.find(([field]) => same(field, name))?.[1];
}

/** The request without a header. */
export function withoutHeader(request: RequestSpec, name: string): RequestSpec {
  return { ...request, headers: request.headers.filter(([field]) => !same(field, name)) };
}

/** The request with a header set, in the place where it stood, else at the end. */
export function withHeader(request: RequestSpec, name: string, value: Text): RequestSpec {
  if (headerText(request, name) === undefined) return { ...request, headers: [...request.headers, [name, value]] };
  return { ...request, headers: request.headers.map(([field, text]) => [field, same(field, name) ? value : text]) };
}

/** The request by a safe method, without its body and the headers that describe one. */
export function asSafe(request: RequestSpec, method: 'GET' | 'HEAD'): RequestSpec {
  return withoutHeader({ ...request, method, body: { kind: 'none' } }, 'Content-Type');
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
