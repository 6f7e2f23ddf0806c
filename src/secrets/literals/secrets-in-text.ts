import { jsonWebToken, tokenShapes } from './token-shapes.ts';

/** Every part of a text that has the shape of a credential: tokens of well-known services, JWTs, private keys, webhook paths, user info of URLs. */
export function secretsInText(text: string): readonly string[] {
  const found = tokenShapes
    .filter(({ hints }) => hints.some((hint) => text.includes(hint)))
    .flatMap(({ pattern }) => [...text.matchAll(pattern)].map((match) => match.groups?.['secret'] ?? match[0]));
  const tokens = text.includes('eyJ') ? [...text.matchAll(jsonWebToken)].map(([token]) => token) : [];
  return [...new Set([...found, ...tokens, ...userInfo(text), ...signedParameters(text)])];
}

/** The password of `https://user:password@host`, and a user name that stands alone there (RFC 3986, section 3.2.1). */
function userInfo(text: string): readonly string[] {
  return [...text.matchAll(/\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/?#@"'<>:]{1,512})(?::([^\s/?#@"'<>]{0,512}))?@/giu)].flatMap(
    ([, user = '', password]) => {
      const secret = password === undefined || password === '' ? user : password;
      return decodedToo(secret);
    },
  );
}

/** Signatures of presigned addresses: Azure's `sig`, Amazon's and Google's `X-…-Signature`. */
function signedParameters(text: string): readonly string[] {
  return [
    ...text.matchAll(/[?&;](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=([^&\s"'<>#]{8,4096})/giu),
  ].flatMap(([, value = '']) => decodedToo(value));
}

function decodedToo(value: string): readonly string[] {
  try {
    return [value, decodeURIComponent(value)];
  } catch {
    return [value];
  }
}
