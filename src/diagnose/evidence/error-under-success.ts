import type { Answer } from '../answer.ts';
import type { ErrorShape, HostEntry } from '../host-entry.ts';
import { graphqlError } from './graphql-error.ts';

/** What is said of a page to sign in. */
export const LOGIN_PAGE = 'a login page';

/** The error that the body of a successful answer holds: its message, or an empty text where it gives none; null where it holds none. */
export function errorUnderSuccess({ json, text, status }: Answer, host: HostEntry | null): string | null {
  if (status === null || status < 200 || status > 299) return null;
  const shape = [...(host?.errors ?? []), ...COMMON].find((candidate) => json !== undefined && isShape(json, candidate));
  if (shape !== undefined) return messageOf(json, shape);
  return graphqlError(json) ?? (isLoginPage(text ?? '') ? LOGIN_PAGE : null);
}

// As JSON-RPC 2.0 (section 5), Slack and Cloudflare answer; their imitators do too.
const COMMON: readonly ErrorShape[] = [
  { pointer: '/jsonrpc', equals: '2.0', message: '/error/message' },
  { pointer: '/ok', equals: false, message: '/error' },
  { pointer: '/success', equals: false, message: '/error/message' },
  { pointer: '/success', equals: false, message: '/errors/0/message' },
  { pointer: '/success', equals: false, message: '/error' },
];

function isShape(json: unknown, { pointer, equals, message }: ErrorShape): boolean {
  const value = valueAt(json, pointer);
  if (value === undefined) return false;
  if (equals !== undefined) return value === equals && (message === undefined || valueAt(json, message) !== undefined);
  return !(Array.isArray(value) && value.length === 0) && value !== null && value !== false;
}

function messageOf(json: unknown, { message }: ErrorShape): string {
  const value = message === undefined ? undefined : valueAt(json, message);
  return typeof value === 'string' ? value : '';
}

function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return value;
}

// Of pages that a script fills in nothing else is to be seen.
const TITLE = /<title[^<>]*>[^<]{0,60}\b(?:sign[ -]?in|log[ -]?in|login)\b[^<]{0,60}</i;

function isLoginPage(text: string): boolean {
  return /<html/i.test(text) && (/<input[^<>]+type=["']?password/i.test(text) || TITLE.test(text));
}
