import type { RequestSpec } from '../../model/request-spec.ts';
import { at } from '../at.ts';
import { headerText, withHeader, withoutHeader } from '../edit-request.ts';
import { optionPointer, optionText } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { namedMediaTypes } from '../evidence/words/named-media-types.ts';
import type { Change } from './change.ts';
import { withFormBody, withJsonBody, withPlainBody } from './write-payload.ts';

/** The request with its media type alone, without `; charset=…`; null where there is none. What Tines added is an addition of Tines. */
export function withoutCharset(request: RequestSpec, { input }: Evidence): Change | null {
  const type = input.reveal(headerText(request, 'Content-Type') ?? []);
  const bare = type.replace(/\s*;\s*charset=[^;]*/i, '');
  if (bare === type) return null;
  const written = optionText(input.action, ['content_type'])?.written ?? '';
  const isAdded =
    written !== '' &&
    !/charset/i.test(written) &&
    !/charset/i.test(optionText(input.action, ['headers', 'content-type'])?.written ?? '');
  return {
    claims: 'charset-rejected',
    name: `with the content type ‹${bare}›`,
    request: withHeader(request, 'Content-Type', [bare]),
    touchesCredential: false,
    isBlind: false,
    fix:
      bare === 'application/json'
        ? 'set content_type to "application_json", which sends no charset'
        : `remove content_type and write "${bare}" in the Content-Type header`,
    ...at(optionPointer(input.action, ['content_type'])),
    ...(isAdded ? { addition: '; charset=utf-8' } : {}),
  };
}

const MOST_NAMED = 2;
/** A text that is a form already: `a=1&b=2`. */
const FORM = /^[\w.%+[\]-]+=[^=&\s]*(?:&[\w.%+[\]-]+=[^=&\s]*)*$/;
const XML = /^<[?\w][\s\S]*>$/;

/** The same payload in the other media types: JSON for a form, a form for JSON; none on a request without a body. */
export function changeContentType(request: RequestSpec, { input, messages }: Evidence): readonly Change[] {
  const { action } = input;
  const type = input.reveal(headerText(request, 'Content-Type') ?? []).toLowerCase();
  const pointer = optionPointer(action, ['content_type']);
  const change = (name: string, changed: RequestSpec | null, fix: string): readonly Change[] =>
    changed === null
      ? []
      : [
          {
            claims: 'content-type-mismatch',
            name,
            request: changed,
            touchesCredential: false,
            isBlind: false,
            fix,
            ...at(pointer),
          },
        ];
  if (request.body.kind === 'none') {
    return type === ''
      ? []
      : change(
          'without a Content-Type',
          withoutHeader(request, 'Content-Type'),
          `remove content_type: a ${request.method} has no body`,
        );
  }
  const isJsonText = request.body.kind === 'text' && /^\s*[[{]/.test(input.reveal(request.body.text));
  const json = isJsonText ? request : withJsonBody(request, action);
  const asJson = json === null ? null : withHeader(json, 'Content-Type', ['application/json']);
  const plain = withPlainBody(request, action);
  const written = plain.body.kind === 'text' ? input.reveal(plain.body.text).trim() : '';
  const form = FORM.test(written) ? plain : withFormBody(request, action);
  const asForm = form === null ? null : withHeader(form, 'Content-Type', ['application/x-www-form-urlencoded']);
  const toJson = change('with the payload as JSON', asJson, 'set content_type to "application_json"');
  const toForm = change(
    'with the payload as a form',
    asForm,
    FORM.test(written)
      ? 'set content_type to "application/x-www-form-urlencoded", or to "form" with an object as the payload'
      : 'set content_type to "form"',
  );
  const toXml =
    XML.test(written) && !type.includes('xml')
      ? change(
          'with the content type ‹application/xml›',
          withHeader(plain, 'Content-Type', ['application/xml']),
          'set content_type to "application/xml", so that the payload is sent as it is written',
        )
      : [];
  // A type of its own that the server names, for the same text.
  const toNamed = namedMediaTypes(messages)
    .filter((named) => /\+json\b/.test(named) && named.toLowerCase() !== type && json !== null)
    .slice(0, MOST_NAMED)
    .flatMap((named) =>
      change(
        `with the content type ‹${named}›`,
        json === null ? null : withHeader(json, 'Content-Type', [named]),
        `set content_type to "application_json", and write "${named}" in the Content-Type header`,
      ),
    );
  if (type.includes('json')) return [...toNamed, ...toForm, ...toXml];
  return [...toNamed, ...(type.includes('form-urlencoded') ? toJson : [...toJson, ...toForm]), ...toXml];
}
