import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import { withoutHeader } from '../header-fields.ts';
import type { PlainSignature } from '../plain-request.ts';
import { pairsOf } from './pairs.ts';
import type { Fill } from './variables.ts';

/** What an authentication changes: it takes the place of a header or a parameter of the same name. */
export interface Authenticated {
  readonly headers: readonly HeaderField[];
  readonly url: string;
  readonly signature?: PlainSignature;
}

/** Applies the nearest `auth` block. Throws HarnessError `collection` for a kind whose header only Postman can make. */
export function authenticate(request: Authenticated, auths: readonly Json[], fill: Fill): Authenticated {
  const [auth] = auths;
  const type = scalarText(memberOf(auth, 'type')) ?? 'noauth';
  if (type === 'inherit') return authenticate(request, auths.slice(1), fill);
  const given = new Map(pairsOf(memberOf(auth, type), fill).map(([key, value]) => [key, value ?? '']));
  const of = (key: string): string => given.get(key) ?? '';
  switch (type) {
    case 'noauth':
      return request;
    case 'basic':
      return withHeader(
        request,
        'Authorization',
        `Basic ${Buffer.from(`${of('username')}:${of('password')}`, 'utf8').toString('base64')}`,
      );
    case 'bearer':
      return withHeader(request, 'Authorization', `Bearer ${of('token')}`);
    case 'apikey':
      return /^query/u.test(of('in'))
        ? withParameter(request, of('key'), of('value'))
        : withHeader(request, of('key'), of('value'));
    case 'oauth2': {
      if (of('accessToken') === '') throw noToken();
      const prefix = given.has('headerPrefix') ? of('headerPrefix').trim() : 'Bearer';
      if (/^query/u.test(of('addTokenTo'))) return withParameter(request, 'access_token', of('accessToken'));
      return withHeader(request, 'Authorization', `${prefix}${prefix === '' ? '' : ' '}${of('accessToken')}`);
    }
    case 'awsv4':
      return {
        ...request,
        signature: {
          region: of('region') || 'us-east-1',
          service: of('service') || 'execute-api',
          accessKey: of('accessKey'),
          secretKey: of('secretKey'),
          ...(of('sessionToken') === '' ? {} : { sessionToken: of('sessionToken') }),
        },
      };
    default:
      throw new HarnessError(
        'collection',
        `the request that works uses Postman’s authentication ‹${printable(type)}›, whose header only Postman can make`,
        {
          hint: 'send it once, and give it as a cURL command with the header that was sent (Postman shows it in its console)',
        },
      );
  }
}

function noToken(): HarnessError {
  return new HarnessError(
    'unresolved-reference',
    'the collection has no access token: Postman keeps that of OAuth 2.0 outside of an export',
    {
      hint: 'in Postman, set the request’s authorization to Bearer Token with the token that works, and export it again',
    },
  );
}

function withHeader(request: Authenticated, name: string, value: string): Authenticated {
  return { ...request, headers: [...withoutHeader(request.headers, name), [name, value]] };
}

function withParameter(request: Authenticated, name: string, value: string): Authenticated {
  const [base = '', query = ''] = request.url.split(/\?(.*)$/su);
  const others = query.split('&').filter((pair) => pair !== '' && pair.split('=', 1)[0] !== name);
  return { ...request, url: `${base}?${[...others, `${name}=${encodeURIComponent(value)}`].join('&')}` };
}
