import { memberOf } from '../../formats/json/member-of.ts';
import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import { readLimited } from './read-limited.ts';
import { retryDelay } from './retry-delay.ts';
import type { TenantAccess } from './tenant-access.ts';
import { tenantOrigin } from './tenant-origin.ts';
import { tenantTrouble } from './tenant-trouble.ts';

const attempts = 5;
const patience = 30_000;
const largest = 64 * 1024 * 1024;

interface Question {
  readonly method?: 'GET' | 'POST';
  /** Behind `/api/v1`, with its query. */
  readonly path: string;
}

/**
 * The tenant's answer to one request. 429 is asked again after Retry-After, 5xx and a broken connection with growing pauses and for GET only:
 * a POST that may have been carried out is not repeated.
 * @throws HarnessError `tenant` for every other answer than JSON with 2xx, for one over 64 MiB, and where no answer comes.
 */
export async function askTenant(access: TenantAccess, { method = 'GET', path }: Question): Promise<Json> {
  const url = `${tenantOrigin(access.tenant)}/api/v1${path}`;
  const request = `${method} ${url}`;
  const token = checkedToken(access.token());
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(access, { method, url, token });
    const isLast = attempt === attempts;
    if (answer instanceof HarnessError) {
      if (isLast || method !== 'GET') throw answer;
      await access.sleep(retryDelay(attempt, null), access.signal);
      continue;
    }
    const isBusy = answer.status === 429 || (answer.status >= 500 && method === 'GET');
    if (isBusy && !isLast) {
      await answer.body?.cancel();
      await access.sleep(retryDelay(attempt, answer.headers.get('retry-after')), access.signal);
      continue;
    }
    const text = await readText(answer, access, request);
    if (!answer.ok) throw refusal(answer, { request, text, token, access });
    return readJson(text, request, access);
  }
}

/** No header can hold control characters, and an error of `fetch` about them would repeat the key. */
function checkedToken(token: string): string {
  const trimmed = token.trim();
  if (/^[\x21-\x7e]+$/u.test(trimmed)) return trimmed;
  const message =
    trimmed === ''
      ? 'the API key of the tenant is empty'
      : 'the API key of the tenant has blanks or characters beyond ASCII in it';
  throw new HarnessError('tenant', message, {
    hint: 'Give the key alone, as the tenant showed it: --credential tines=env:VARIABLE.',
  });
}

interface Sending {
  readonly method: string;
  readonly url: string;
  readonly token: string;
}

async function send({ signal }: TenantAccess, { method, url, token }: Sending): Promise<Response | HarnessError> {
  try {
    return await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
  } catch (error) {
    signal.throwIfAborted();
    return unreachable(url, error);
  }
}

async function readText(answer: Response, { signal }: TenantAccess, request: string): Promise<string> {
  try {
    const text = await readLimited(answer, largest);
    if (text !== undefined) return text;
  } catch (error) {
    signal.throwIfAborted();
    throw unreachable(answer.url, error);
  }
  throw new HarnessError('tenant', `the answer to ‹${request}› is larger than 64 MiB`, {
    hint: 'Save the one event that matters as a file, and give it with --event.',
  });
}

function unreachable(url: string, error: unknown): HarnessError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : cause instanceof Error
        ? cause.name
        : 'unknown';
  return new HarnessError(
    'tenant',
    `no answer comes from ‹${new URL(url).origin}› (${code === 'TimeoutError' ? 'no answer in 30 seconds' : code})`,
    {
      hint: 'Check the address of the tenant, and that this machine can reach it.',
    },
  );
}

interface Refused {
  readonly request: string;
  readonly text: string;
  readonly token: string;
  readonly access: TenantAccess;
}

function refusal(answer: Response, { request, text, token, access }: Refused): HarnessError {
  const location = answer.headers.get('location');
  // A key that is too short to be searched for is still not repeated.
  const redact = (said: string): string => access.redact(said).replaceAll(token, '‹the API key›');
  return tenantTrouble({
    status: answer.status,
    request,
    said: printable(redact(saidIn(text, access)), 200),
    ...(location === null ? {} : { location: printable(redact(location)) }),
  });
}

function saidIn(text: string, { parseJson }: TenantAccess): string {
  try {
    const said = memberOf(parseJson(text, 'the answer'), 'message', 'error', 'errors');
    return said?.kind === 'string' ? said.value : '';
  } catch (error) {
    if (error instanceof HarnessError) return '';
    throw error;
  }
}

function readJson(text: string, request: string, { parseJson }: TenantAccess): Json {
  if (text.trim() === '') return { kind: 'null' };
  try {
    return parseJson(text, request);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    throw new HarnessError('tenant', `the answer to ‹${request}› is no JSON`, {
      hint: 'Check that the address is a tenant’s, and that no proxy or sign-in page answers in its place.',
    });
  }
}
