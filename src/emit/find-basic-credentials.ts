import type { HeaderField } from '../model/request-spec.ts';
import type { Text } from '../model/text.ts';

/** A Basic pair that the clients can build themselves, and the header fields without it. */
export interface BasicCredentials {
  readonly username: Text;
  readonly password: Text;
  readonly otherHeaders: readonly HeaderField<Text>[];
}

/**
 * Finds the pair behind the only `Authorization: Basic …` field where the action composed it of a user name, a colon and a secret:
 * clients then take both parts as they are and send the same bytes (RFC 7617). Null where there is no such field.
 */
export function findBasicCredentials(headers: readonly HeaderField<Text>[]): BasicCredentials | null {
  const fields = headers.filter(([name]) => name.toLowerCase() === 'authorization');
  const [field] = fields;
  if (field === undefined || fields.length !== 1 || field[0] !== 'Authorization') return null;
  const [scheme, variable, ...rest] = field[1];
  if (scheme !== 'Basic ' || variable === undefined || typeof variable === 'string' || rest.length > 0) return null;
  if (variable.of === undefined || variable.encodings.join() !== 'base64') return null;
  const pair = splitAtColon(variable.of);
  return pair === null ? null : { ...pair, otherHeaders: headers.filter((other) => other !== field) };
}

/** A colon inside of a secret is not seen here, so only one that the author wrote counts. */
function splitAtColon(text: Text): { readonly username: Text; readonly password: Text } | null {
  const index = text.findIndex((piece) => typeof piece === 'string' && piece.includes(':'));
  const piece = text[index];
  if (typeof piece !== 'string') return null;
  const colon = piece.indexOf(':');
  return {
    username: [...text.slice(0, index), piece.slice(0, colon)].filter((part) => part !== ''),
    password: [piece.slice(colon + 1), ...text.slice(index + 1)].filter((part) => part !== ''),
  };
}
