import type { Value, ValueMap } from '../../../model/value.ts';
import type { BoundArguments, FunctionEntry } from '../../evaluate/function-entry.ts';
import { jsonText } from '../../values/json-text.ts';
import { numberOf } from '../../values/number-of.ts';
import { objectArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { decodedJwt, unknownAlgorithm } from './decode.ts';
import { jwtAlgorithm, jwtSignature } from './signature.ts';

const category = 'Hashing/Signing';

const claimNames = ['exp', 'nbf', 'iss', 'aud', 'jti', 'iat', 'sub'] as const;
const headerNames = ['kid', 'typ', 'cty', 'x5t', 'x5c', 'x5u', 'jku', 'jwk', 'crit'] as const;
const optionNames = [
  'verify',
  'jwks',
  'verify_expiration',
  'verify_not_before',
  'leeway',
  'exp_leeway',
  'nbf_leeway',
  'iss',
  'verify_iss',
  'aud',
  'verify_aud',
  'sub',
  'verify_sub',
  'jti',
  'verify_jti',
  'verify_iat',
  'required_claims',
] as const;

/** JSON Web Tokens (RFC 7519), signed and read. */
export const jwtFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'JWT_SIGN',
      category,
      parameters: `claim_set, key, [algorithm], [headers], ${[...claimNames, ...headerNames].map((name) => `${name}:`).join(', ')}`,
      summary: 'A signed JSON Web Token; the algorithm is RS256 unless it is given.',
      source: `${documentationPage('JWT_SIGN')}; inferred: alg stands last in the header, as in ruby-jwt`,
    },
    (values) => signedJwt(values),
  ),
  define(
    {
      name: 'JWT_DECODE',
      category,
      parameters: `token, secret_or_key, [algorithm], ${optionNames.map((name) => `${name}:`).join(', ')}`,
      summary: 'Payload and header of a JSON Web Token, which is verified unless verify is FALSE.',
      source: documentationPage('JWT_DECODE'),
    },
    ([token, key, algorithm, ...options], { now, spend }) => {
      const text = textArgument('JWT_DECODE', token);
      spend(text.length);
      const name = (algorithm ?? null) === null ? '' : textArgument('JWT_DECODE', algorithm);
      return decodedJwt(text, { key: key ?? null, algorithm: name, options: given(optionNames, options), now });
    },
  ),
];

function signedJwt([claimSet, key, algorithm, headers, ...named]: BoundArguments): string {
  const method = jwtAlgorithm((algorithm ?? null) === null ? 'RS256' : textArgument('JWT_SIGN', algorithm));
  if (method === undefined) throw unknownAlgorithm('JWT_SIGN');
  const claims = new Map([...objectArgument('JWT_SIGN', claimSet), ...timesAsNumbers(given(claimNames, named))]);
  const extra = (headers ?? null) === null ? [] : objectArgument('JWT_SIGN', headers);
  const header = new Map([...extra, ...given(headerNames, named.slice(claimNames.length))]);
  header.delete('alg');
  header.set('alg', method.name);
  const text = `${encoded(header)}.${encoded(claims)}`;
  const signature = jwtSignature(text, { caller: 'JWT_SIGN', algorithm: method, key: key ?? null });
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
}

function given(names: readonly string[], values: BoundArguments): ValueMap {
  const pairs = new Map<string, Value>();
  names.forEach((name, index) => {
    const value = values[index];
    if (value !== undefined) pairs.set(name, value);
  });
  return pairs;
}

// The documentation gives `exp` the text of DATE(…, "%s").
function timesAsNumbers(claims: ValueMap): ValueMap {
  const isTime = (name: string) => name === 'exp' || name === 'nbf' || name === 'iat';
  return new Map([...claims].map(([name, value]) => [name, isTime(name) ? (numberOf(value) ?? value) : value]));
}

function encoded(value: ValueMap): string {
  return Buffer.from(jsonText(value)).toString('base64url');
}
