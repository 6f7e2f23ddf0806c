import type { Loss } from '../../model/request-spec.ts';
import type { SecretValues, Text } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { contentBytes } from '../content-bytes.ts';
import { contentText } from '../content-text.ts';
import { displayText } from '../display-text.ts';
import type { PostmanBody } from './postman-collection.ts';

interface Conditions {
  readonly language: string | null;
  /** Whether a body that is text has to be given as bytes all the same. */
  readonly asBytes: boolean;
  readonly values?: SecretValues | undefined;
}

interface Written {
  /** The text of a `raw` body, still with its variables; null where the body is bytes. */
  readonly text: Text | null;
  /** The body with that text printed; null where there is none to send. */
  readonly write: (raw: string) => PostmanBody | null;
  readonly losses: readonly Loss[];
}

/** The body in Postman's `raw` mode where it is text, else as base64 that Newman decodes. */
export function postmanBody(content: Content, { language, asBytes, values }: Conditions): Written {
  const text = contentText(content);
  if (text !== null && (text.length === 0 || !asBytes)) {
    const options = language === null ? {} : { options: { raw: { language } } };
    return { text, write: (raw) => (raw === '' ? null : { mode: 'raw', raw, ...options }), losses: [] };
  }
  const named = values === undefined && content.some(isSecret);
  const bytes = contentBytes(named ? content.map(nameSecret) : content, values ?? new Map());
  const body: PostmanBody = { mode: 'file', file: { content: Buffer.from(bytes).toString('base64') } };
  const reason =
    text === null ? 'the body is not text' : 'a header value goes beyond Latin-1, which Newman sends only before a body of bytes';
  const losses = [
    loss(
      'body',
      `${reason}: Newman sends the body from the collection, but in the Postman application you have to choose a file with it`,
    ),
    ...(named
      ? [
          loss(
            'secret-in-binary-body',
            `${reason}, and Postman puts no variables into bytes: the exported body names its credential instead`,
          ),
        ]
      : []),
  ];
  return { text: null, write: () => body, losses };
}

function loss(feature: string, text: string): Loss {
  return { artifact: 'postman', feature, text };
}

function isSecret(piece: Content[number]): boolean {
  return typeof piece !== 'string' && !(piece instanceof Uint8Array);
}

function nameSecret(piece: Content[number]): Content[number] {
  return typeof piece === 'string' || piece instanceof Uint8Array ? piece : displayText([piece]);
}
