import type { Answer } from '../../answers/answer.ts';
import type { ErrorShape, HostEntry } from '../../hosts/host-entry.ts';
import { collectMessages } from './collect-messages.ts';
import { graphqlError } from './graphql-error.ts';
import { isBlockPage } from './is-block-page.ts';
import { isLoginPage } from './is-login-page.ts';
import { isRefusalUnderSuccess } from './is-refusal-under-success.ts';
import { readWords } from './read-words.ts';
import { xmlError } from './xml-error.ts';

/** What is said of a page to sign in. */
export const LOGIN_PAGE = 'a login page';
/** What is said of a page that a firewall shows. */
const BLOCK_PAGE = 'a page of a firewall';

/** The error that the body of a successful answer holds: its message, or an empty text where it gives none; null where it holds none. */
export function errorUnderSuccess(answer: Answer, host: HostEntry | null): string | null {
  const { json, text, status } = answer;
  if (status === null || status < 200 || status > 299) return null;
  const shape = shapeOf(answer, host);
  if (shape !== undefined) return messageOf(json, shape);
  const body = text ?? '';
  return (
    graphqlError(json) ??
    refusal(answer, host) ??
    xmlError(body) ??
    (isBlockPage(body) ? BLOCK_PAGE : isLoginPage(body) ? LOGIN_PAGE : null)
  );
}

/** True where only the words of a successful answer make an error of it: they may be what was asked for, as the state of another token is. */
export function isErrorByWords(answer: Answer, host: HostEntry | null): boolean {
  return (
    errorUnderSuccess(answer, host) !== null &&
    shapeOf(answer, host) === undefined &&
    graphqlError(answer.json) === null &&
    refusal(answer, host) !== null
  );
}

function shapeOf({ json }: Answer, host: HostEntry | null): ErrorShape | undefined {
  return [...(host?.errors ?? []), ...COMMON].find((candidate) => json !== undefined && isShape(json, candidate));
}

/** An error on the first level of a body that speaks of the credential: what else stands there may be what was asked for. */
function refusal(answer: Answer, host: HostEntry | null): string | null {
  if (!isRefusalUnderSuccess(answer)) return null;
  const words = readWords({ messages: collectMessages(answer), challenges: [], host });
  return words.find(({ says, certain }) => certain && REFUSALS.has(says))?.quote ?? null;
}

const REFUSALS: ReadonlySet<string> = new Set([
  'credential-rejected',
  'credential-expired',
  'unseen',
  'wrong-audience',
  'wrong-environment',
]);

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
