import type { PostmanUrl } from './postman-collection.ts';

/**
 * A URL in Postman's parts, which put together give the same characters again. A URL whose scheme or host is a variable stays a string:
 * Postman takes it apart once the value is known.
 */
export function postmanUrl(raw: string): PostmanUrl | string {
  const match = /^(https?):\/\/([^/?{}]*?)(?::(\d+))?(?:\/([^?]*))?(?:\?(.*))?$/is.exec(raw);
  if (match === null) return raw;
  const [, protocol = '', host = '', port, path, query] = match;
  return {
    raw,
    protocol,
    host: host.startsWith('[') ? [host] : host.split('.'),
    ...(port === undefined ? {} : { port }),
    path: (path ?? '').split('/'),
    ...(query === undefined ? {} : { query: query.split('&').map(parameter) }),
  };
}

function parameter(
  text: string,
  index: number,
  all: readonly string[],
): { readonly key: string | null; readonly value: string | null } {
  if (text === '' && index !== all.length - 1) return { key: null, value: null };
  const equals = text.indexOf('=');
  return equals < 0 ? { key: text, value: null } : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}
