import { HarnessError } from '../../harness-error.ts';
import type { Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { printableText } from '../printable-text.ts';
import type { Parameter } from '../query/parameter.ts';
import type { ParameterStyle } from '../query/parameter-encoder.ts';
import { specifyQuery } from '../query/specify-query.ts';
import { encodePath } from './encode-path.ts';
import { hostAndPort } from './host-and-port.ts';
import { splitUrl } from './split-url.ts';

interface Address {
  readonly url: Text;
  /** `user:password` that stood before the host, decoded; it is no part of `url`. */
  readonly userInfo?: Text;
}

interface UrlQuery {
  readonly payload: readonly Parameter[];
  readonly style: ParameterStyle;
}

/** The URL for the wire. `missing-option` where there is none, `invalid-url` where it is not absolute http or https. */
export function specifyUrl(options: OptionReader, query: UrlQuery, notes: Notes): Address {
  const source = options.place('url');
  const written = options.text('url');
  if (written === undefined) {
    const hint = 'Add the url, or check the value that it is made from.';
    throw options.value('url') === undefined
      ? new HarnessError('missing-option', 'The action has no url.', { source, hint })
      : new HarnessError('invalid-url', 'The url is empty.', { source, hint });
  }
  const parts = splitUrl(written, source);
  const { holes } = parts;
  const host = parts.scheme === '' ? parts.authority : hostAndPort(parts.authority, holes);
  if (host === undefined || host === '' || host.startsWith(':')) {
    const hint = /[{<[]/.test(parts.authority)
      ? 'Put the real host in the place that is still to be filled in.'
      : 'Write the host after https://, as in https://api.example.com/path, and check the value that it is made from.';
    throw new HarnessError('invalid-url', `The URL ‹${printableText(written)}› has no valid host.`, { source, hint });
  }
  if (parts.scheme === '')
    notes.assume(
      'address-from-credential',
      'The credential at the beginning of the URL is taken to hold a whole address.',
      source,
    );
  const path = encodePath(parts.path, holes.isHole);
  noteDotSegments(path, notes);
  const sent = specifyQuery({ written: parts.query, holes, ...query }, notes);
  const isBare = path === '' && parts.scheme !== '';
  const url = joinText(
    parts.scheme === '' ? '' : `${parts.scheme}://`,
    holes.fill(host),
    isBare ? '/' : holes.fill(path),
    sent.length > 0 ? '?' : '',
    sent,
  );
  if (parts.userInfo === undefined || parts.userInfo === '') return { url };
  return {
    url,
    userInfo: joinText(holes.fill(parts.userInfo).map((piece) => (typeof piece === 'string' ? decodeUserInfo(piece) : piece))),
  };
}

function noteDotSegments(path: string, notes: Notes): void {
  if (!path.split('/').some((segment) => segment === '.' || segment === '..')) return;
  notes.assume('dot-segments', 'The segments ‹.› and ‹..› of the path are taken to be sent as written.');
}

function decodeUserInfo(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'));
}
