import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CauseCode } from '../../../src/model/verdict.ts';
import { type CaseAnswer, type CaseRequest, diagnoseCase } from './diagnose-case.ts';
import { token } from './fake-credentials.ts';

const PLACES = ['bearer', 'token', 'bare', 'key', 'query', 'basic'] as const;
type Place = (typeof PLACES)[number];
const REFUSALS = ['silent', 'challenge', 'talkative', 'forbidden', 'page', 'forbidden page', 'empty'] as const;
const VALUES = { right: token, wrong: 'tok_9Aw3nE5bTy6Uj1Ko', quoted: `"${token}"`, empty: '' } as const;
const OBSTACLES = [
  'none',
  'user-agent',
  'permission',
  'address',
  'header',
  'content-type',
  'read-only',
  'csrf',
  'down',
  'open',
] as const;
const SCHEMES: Readonly<Record<Place, string>> = {
  bearer: 'Bearer',
  token: 'Token',
  basic: 'Basic',
  bare: 'Key',
  key: 'Key',
  query: 'Key',
};

interface World {
  /** Where the server looks, and where the action writes. */
  readonly read: Place;
  readonly sent: Place;
  readonly value: keyof typeof VALUES;
  readonly refusal: (typeof REFUSALS)[number];
  readonly obstacle: (typeof OBSTACLES)[number];
  readonly isTerse: boolean;
  readonly method: 'get' | 'post';
}

const worlds = fc.record<World>({
  read: fc.constantFrom(...PLACES),
  sent: fc.constantFrom(...PLACES),
  value: fc.constantFrom('right', 'right', 'wrong', 'quoted', 'empty'),
  refusal: fc.constantFrom(...REFUSALS),
  obstacle: fc.constantFrom('none', ...OBSTACLES),
  isTerse: fc.boolean(),
  method: fc.constantFrom('get', 'post'),
});

const page = (status: number): CaseAnswer => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: `<html><head><title>${status}</title></head><body><h1>${status} Nope</h1></body></html>`,
});

function given(place: Place, { headers, search }: CaseRequest): string | null {
  const field = headers.authorization;
  if (place === 'bare') return field ?? null;
  if (place === 'key') return headers['x-api-key'] ?? null;
  if (place === 'query') return new URLSearchParams(search).get('api_key');
  const rest = new RegExp(`^${SCHEMES[place]} (.*)$`, 'i').exec(field ?? '')?.[1];
  if (rest === undefined) return null;
  return place === 'basic'
    ? Buffer.from(rest, 'base64')
        .toString()
        .replace(/^robot:/, '')
    : rest;
}

function refuse({ refusal, read }: World, credential: string | null): CaseAnswer {
  switch (refusal) {
    case 'silent':
      return { status: 401, body: { error: 'unauthorized' } };
    case 'challenge':
      return { status: 401, headers: { 'WWW-Authenticate': `${SCHEMES[read]} realm="x"` } };
    case 'talkative':
      return { status: 401, body: { message: credential === null ? 'No credentials provided' : 'Invalid token' } };
    case 'forbidden':
      return { status: 403, body: { message: 'Forbidden' } };
    case 'page':
      return page(401);
    case 'forbidden page':
      return page(403);
    case 'empty':
      return { status: 401 };
    default:
      return refusal satisfies never;
  }
}

function answer(world: World, request: CaseRequest): CaseAnswer {
  const { obstacle, isTerse } = world;
  const isWrite = request.method === 'POST';
  if (obstacle === 'down') return { status: 500, body: { error: 'boom' } };
  if (obstacle === 'address') return isTerse ? page(403) : { status: 403, body: { message: 'Forbidden' } };
  if (obstacle === 'user-agent' && /tines/i.test(request.headers['user-agent'] ?? ''))
    return isTerse ? page(403) : { status: 403 };
  const credential = given(world.read, request);
  if (credential !== token && !(obstacle === 'open' && credential === null)) return refuse(world, credential);
  if (obstacle === 'permission') return { status: 403, body: { message: isTerse ? 'forbidden' : 'You do not have permission' } };
  if (obstacle === 'header' && request.headers['x-tenant'] === undefined)
    return { status: isTerse ? 400 : 403, body: { error: 'bad request' } };
  if (obstacle === 'read-only' && isWrite) return { status: 403, body: { error: 'denied' } };
  if (obstacle === 'csrf' && isWrite) return { status: 403, body: { error: isTerse ? 'CSRF token missing' : 'denied' } };
  if (obstacle === 'content-type' && isWrite && request.headers['content-type'] !== 'application/x-www-form-urlencoded')
    return { status: isTerse ? 415 : 400, body: { error: 'no' } };
  return { status: 200, body: { items: [1] } };
}

function optionsOf({ sent, method }: World): Readonly<Record<string, unknown>> {
  const pill = '<<CREDENTIAL.acme>>';
  const call = {
    url: '{origin}/items',
    method,
    ...(method === 'post' ? { content_type: 'application_json', payload: { name: 'x' } } : {}),
  };
  switch (sent) {
    case 'basic':
      return { ...call, basic_auth: ['robot', pill] };
    case 'query':
      return { ...call, url: `{origin}/items?api_key=${pill}` };
    case 'key':
      return { ...call, headers: { 'X-API-Key': pill } };
    default:
      return { ...call, headers: { Authorization: sent === 'bare' ? pill : `${SCHEMES[sent]} ${pill}` } };
  }
}

const OBSTACLE_CODES: Readonly<Record<World['obstacle'], readonly CauseCode[]>> = {
  none: [],
  open: [],
  'user-agent': ['user-agent-blocked'],
  permission: ['permission-missing'],
  address: ['address-not-allowed'],
  header: ['client-header'],
  'content-type': ['content-type-mismatch'],
  'read-only': ['method-not-permitted', 'permission-missing'],
  csrf: ['client-header'],
  down: ['server-error'],
};
const VALUE_CODES: Readonly<Record<World['value'], readonly CauseCode[]>> = {
  right: [],
  wrong: ['credential-rejected'],
  quoted: ['credential-quoted'],
  empty: ['credential-empty'],
};

/** What may be confirmed in a world. */
function faultsOf({ read, sent, value, obstacle }: World): readonly CauseCode[] {
  const isField = (place: Place) => place !== 'key' && place !== 'query';
  const misplaced: CauseCode =
    !isField(read) || !isField(sent) ? 'header-wrong' : sent === 'bare' ? 'scheme-missing' : 'scheme-wrong';
  return [...VALUE_CODES[value], ...OBSTACLE_CODES[obstacle], ...(read === sent ? [] : [misplaced])];
}

test('whatever the server does, nothing is confirmed that is not there', { timeout: 110_000 }, async () => {
  let confirmed = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { diagnoses, requests, experiments } = await diagnoseCase({
        answer: (request) => answer(world, request),
        options: optionsOf(world),
        credentials: { acme: VALUES[world.value] },
      });
      const sure = diagnoses.filter(({ confidence }) => confidence === 'confirmed').map(({ code }) => code);
      confirmed += sure.length;
      expect(
        sure.filter((code) => !faultsOf(world).includes(code)),
        JSON.stringify({ diagnoses, experiments }, null, 1),
      ).toEqual([]);
      expect(requests.length).toBeLessThanOrEqual(12);
    }),
    { numRuns: 150, seed: 20_261_124 },
  );
  expect(confirmed).toBeGreaterThan(20);
});
