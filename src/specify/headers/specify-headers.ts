import type { BodySpec, HeaderField } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { ChosenContentType } from '../body/choose-content-type.ts';
import { joinText } from '../join-text.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { checkFieldValue } from './check-field.ts';
import type { UserHeader } from './user-headers.ts';

/** What Tines' documentation gives as its own name. */
const USER_AGENT = 'Tines (Advanced Security Automation; tines.io)';

interface HeaderSources {
  readonly user: readonly UserHeader[];
  readonly contentType: ChosenContentType;
  readonly body: BodySpec;
  /** The value of an Authorization header that options ask for. */
  readonly authorization: Text | undefined;
}

/** All header fields: the author's in their order, then Content-Type, User-Agent, Accept, Accept-Encoding, Authorization where the author has none. */
export function specifyHeaders(options: OptionReader, sources: HeaderSources, notes: Notes): readonly HeaderField<Text>[] {
  const { user, authorization } = sources;
  const type = contentTypeValue(sources, notes);
  const own = user.map(
    ({ name, value }): HeaderField<Text> => [name, type !== undefined && is(name, 'Content-Type') ? type : value],
  );
  const has = (name: string) => user.some((header) => is(header.name, name));
  const added: HeaderField<Text>[] = [];
  if (type !== undefined && !has('Content-Type'))
    added.push(['Content-Type', checkFieldValue('Content-Type', type, options.place('content_type'))]);
  const agent = options.text('user_agent');
  if (!has('User-Agent')) {
    added.push([
      'User-Agent',
      agent === undefined ? [USER_AGENT] : checkFieldValue('User-Agent', agent, options.place('user_agent')),
    ]);
  } else if (agent !== undefined) {
    notes.assume(
      'user-agent-header',
      'Of two names of the client the one in headers is taken to be sent.',
      options.place('user_agent'),
    );
  }
  const silent = [
    ...(has('Accept') ? [] : ['Accept: */*']),
    ...(has('Accept-Encoding') ? [] : ['Accept-Encoding: gzip,deflate']),
  ];
  if (silent.length > 0)
    notes.assume('default-headers', `Tines is taken to send ‹${silent.join('› and ‹')}› by itself, as Faraday does.`);
  if (!has('Accept')) added.push(['Accept', ['*/*']]);
  if (!has('Accept-Encoding')) added.push(['Accept-Encoding', ['gzip,deflate']]);
  if (authorization !== undefined) added.push(['Authorization', authorization]);
  return [...own, ...added];
}

function is(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/** Undefined where no Content-Type is sent. */
function contentTypeValue({ contentType, body }: HeaderSources, notes: Notes): Text | undefined {
  const { header, syntax, from } = contentType;
  if (body.kind === 'none') {
    if (from === 'default' || syntax === 'multipart') return undefined;
    if (from === 'option') {
      notes.assume('content-type-without-body', 'content_type is taken to set the header though the request has no body.');
    }
    return header;
  }
  if (from === 'default') {
    notes.assume(
      'form-by-default',
      'Without a content_type the payload is taken to be sent as a form (application/x-www-form-urlencoded).',
    );
  }
  if (body.kind !== 'multipart' || header.some((piece) => typeof piece === 'string' && /;\s*boundary=/i.test(piece)))
    return header;
  return joinText(header, `; boundary=${body.boundary}`);
}
