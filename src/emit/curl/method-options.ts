import type { CurlOption } from './curl-command.ts';

/** `--head` and `--request`, only where curl would choose another method by itself (`GET` without a body, `POST` with one). */
export function methodOptions(method: string, hasContent: boolean): readonly CurlOption[] {
  if (method === 'HEAD' && !hasContent) return [{ name: 'head' }];
  return method === (hasContent ? 'POST' : 'GET') ? [] : [{ name: 'request', value: [method] }];
}
