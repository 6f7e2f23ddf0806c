import type { BodySpec, Policy, RequestSpec } from '../../model/request-spec.ts';
import type { PlainBody, PlainPart, PlainRequest } from '../plain-request.ts';
import { concealBody, concealUrl } from './content.ts';
import { type Concealing, concealHeader } from './header.ts';

/** The request as a specification in which no credential stands; what counts as success and how long it may take is the action's own. */
export function concealRequest(plain: PlainRequest, concealing: Concealing, policy: Policy): RequestSpec {
  const { method, url, headers, body, redirects, signature } = plain;
  const { names } = concealing;
  return {
    method,
    url: concealUrl(url, concealing),
    headers: headers.map(([name, value]) => [name, concealHeader(name, value, concealing)]),
    body: concealAnyBody(body, concealing),
    policy: { ...policy, redirects },
    ...(signature === undefined
      ? {}
      : {
          signature: {
            region: signature.region,
            service: signature.service,
            accessKey: [names.hide('AWS access key', signature.accessKey)],
            secretKey: [names.hide('AWS secret key', signature.secretKey)],
            ...(signature.sessionToken === undefined
              ? {}
              : { sessionToken: [names.hide('AWS session token', signature.sessionToken)] }),
          },
        }),
  };
}

function concealAnyBody(body: PlainBody, concealing: Concealing): BodySpec {
  switch (body.kind) {
    case 'none':
    case 'bytes':
      return body;
    case 'text':
      return { kind: 'text', text: concealBody(body.text, concealing) };
    case 'multipart':
      return { ...body, parts: body.parts.map((part) => concealPart(part, concealing)) };
    default:
      return body satisfies never;
  }
}

function concealPart({ name, filename, headers, content }: PlainPart, concealing: Concealing) {
  const isSecret = typeof content === 'string' && content !== '' && concealing.isSecretName(name);
  return {
    name: [name],
    ...(filename === undefined ? {} : { filename: [filename] }),
    headers,
    content:
      typeof content !== 'string'
        ? content
        : isSecret
          ? [concealing.names.hide(name, content)]
          : concealBody(content, concealing),
  };
}
