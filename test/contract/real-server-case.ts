import { createHmac } from 'node:crypto';
import type { CauseCode } from '../../src/model/verdict.ts';

/** An action that calls a real server, and what is wrong with it. */
export interface RealCase {
  readonly title: string;
  /** `{http}` and the like stand for `127.0.0.1:<port>`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What is wrong; null where nothing is. */
  readonly cause: CauseCode | null;
  /** Others that may stand first, where the server's answer does not tell them apart. */
  readonly alike?: readonly CauseCode[];
  /** Further words of the command line. */
  readonly words?: readonly string[];
  /** What Tines got, where that is known. */
  readonly event?: keyof typeof events;
}

/** What Tines may have recorded. */
export const events = {
  missing: {
    status: 401,
    headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="api"' },
    body: { error: 'missing token' },
  },
  invalid: {
    status: 401,
    headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="api", error="invalid_token"' },
    body: { error: 'invalid token' },
  },
} as const;

/** The user whom the servers know, and the forms in which people write the credential down. */
export const pair = { user: 'alice', password: 'wonder?land>7391' } as const;
/** A user whom the servers know and let do nothing but read. */
export const reader = { user: 'robin', password: 'reads-only-5520' } as const;
/** The token and the key that the servers take. */
export const token = 'tok_live_8f3Kq02LxW7mZp55';
/** What signs the tokens (JWT, HS256) that InfluxDB takes. */
export const sharedSecret = 'made-up-shared-secret-6620';
const jwt = (secret: string, exp: number): string => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ username: pair.user, exp })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
const text = `${pair.user}:${pair.password}`;
const base64 = Buffer.from(text).toString('base64');

/** The credentials of every case, by the names that the actions use. */
export const credentials: Readonly<Record<string, string>> = {
  password: pair.password,
  pair: text,
  encoded: base64,
  urlsafe: Buffer.from(text).toString('base64url'),
  twice: Buffer.from(base64).toString('base64'),
  newline: `${pair.password}\n`,
  encoded_newline: Buffer.from(`${text}\n`).toString('base64'),
  quoted: `"${pair.password}"`,
  basic_value: `Basic ${base64}`,
  reader: reader.password,
  reader_pair: `${reader.user}:${reader.password}`,
  wrong: 'not-the-right-one-4401',
  wrong_pair: `${pair.user}:not-the-right-one-4401`,
  token,
  token_quoted: `"${token}"`,
  token_spaced: ` ${token}`,
  token_bearer: `Bearer ${token}`,
  token_wrong: 'tok_live_1a2Bc34DeF5gHi67',
  jwt: jwt(sharedSecret, 4_000_000_000),
  jwt_expired: jwt(sharedSecret, 1_700_000_000),
  jwt_foreign: jwt('another-secret-1187', 4_000_000_000),
  guest: 'wonderland-55',
  user: pair.user,
  empty: '',
};
