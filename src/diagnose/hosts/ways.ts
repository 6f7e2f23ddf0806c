import type { HostCredential, HostWord } from './host-entry.ts';

/** `Authorization: Bearer <credential>`; `prefixes` is how such credentials begin. */
export const bearer = (...prefixes: readonly string[]): HostCredential => authorization('Bearer', ...prefixes);

/** `Authorization: <scheme> <credential>`; an empty scheme stands for the credential alone. */
export function authorization(scheme: string, ...prefixes: readonly string[]): HostCredential {
  return { place: 'header', name: 'Authorization', scheme, prefixes };
}

/** `Authorization: Basic <base64 of the pair>`; `pair` says what stands where, see `HostCredential.pair`. */
export function basic(pair?: string, ...prefixes: readonly string[]): HostCredential {
  return { place: 'header', name: 'Authorization', scheme: 'Basic', prefixes, ...(pair === undefined ? {} : { pair }) };
}

/** A header field of its own that holds the credential alone. */
export const header = (name: string, ...prefixes: readonly string[]): HostCredential => ({
  place: 'header',
  name,
  scheme: '',
  prefixes,
});

/** A query parameter that holds the credential. */
export const query = (name: string, ...prefixes: readonly string[]): HostCredential => ({
  place: 'query',
  name,
  scheme: '',
  prefixes,
});

/** Words that leave no doubt. */
export const means = (pattern: string, code: HostWord['code']): HostWord => ({ pattern, code, certain: true });

/** Words that point to a cause and have other meanings too. */
export const hints = (pattern: string, code: HostWord['code']): HostWord => ({ pattern, code, certain: false });
