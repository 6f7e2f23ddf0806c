import type { BodySpec, Part } from '../../src/model/request-spec.ts';
import type { Text, Variable } from '../../src/model/text.ts';
import { type ExpectedRequest, hostilePolicy } from './emit-hostile-requests.ts';
import type { RandomPiece, RandomRequest } from './emit-random-requests.ts';
import type { BatchRequest } from './emit-send-batch.ts';
import { specifiedBytes } from './emit-specified-bytes.ts';

export interface AddressedRequest extends BatchRequest {
  readonly drawn: RandomRequest;
  /** Whether a field's value is only a secret that is empty: a command cannot know that, and curl leaves the field out. */
  readonly hasBlankSecret: boolean;
  readonly expected: ExpectedRequest;
}

/** Addresses a drawn request to a server. The names of its variables are its own, so that requests can share an environment. */
export function addressRequest(drawn: RandomRequest, origin: string, server: number): AddressedRequest {
  const values = new Map<string, string>();
  const asText = (pieces: readonly RandomPiece[]): Text => writeText(pieces, { values, prefix: `v${server}` });
  const separator = drawn.target.includes('?') ? '&s=' : '?s=';
  const secret: readonly RandomPiece[] =
    drawn.urlSecret === undefined ? [] : [{ text: separator, secret: 'no' }, drawn.urlSecret];
  const headers = drawn.headers.map(([name, value]) => [name, asText(value)] as const);
  const request = {
    method: drawn.method,
    url: asText([{ text: origin + drawn.target, secret: 'no' }, ...secret]),
    headers,
    body: writeBody(drawn.body, asText),
    policy: hostilePolicy,
  };
  const expected = specifiedBytes(request, values);
  const hasSecret = (value: Text) => value.some((piece) => typeof piece !== 'string');
  const blank = specifiedBytes({ ...request, headers: headers.filter(([, value]) => hasSecret(value)) }, values);
  return { drawn, server, request, values, expected, hasBlankSecret: blank.headers.some(([, value]) => value === '') };
}

interface Naming {
  readonly values: Map<string, string>;
  readonly prefix: string;
}

/** Adjacent literals become one string, as everywhere in a request. */
function writeText(pieces: readonly RandomPiece[], { values, prefix }: Naming): Text {
  const text: (string | Variable)[] = [];
  for (const { text: value, secret } of pieces) {
    const last = text.at(-1);
    if (secret === 'no') {
      if (typeof last === 'string') text[text.length - 1] = last + value;
      else if (value !== '') text.push(value);
      continue;
    }
    const name = `${prefix}_${values.size}`;
    values.set(name, value);
    const leaf: Variable = {
      name,
      from: [`CREDENTIAL.${name}`],
      encodings: secret === 'plain' || secret === 'pair' ? [] : [secret],
    };
    text.push(secret === 'pair' ? { name: `${name}_pair`, from: leaf.from, encodings: ['base64'], of: ['user:', leaf] } : leaf);
  }
  return text;
}

function writeBody(drawn: RandomRequest['body'], asText: (pieces: readonly RandomPiece[]) => Text): BodySpec {
  switch (drawn.kind) {
    case 'none':
    case 'bytes':
      return drawn;
    case 'text':
      return { kind: 'text', text: asText([...drawn.pieces, { text: 'x'.repeat(drawn.padding), secret: 'no' }]) };
    case 'multipart': {
      const literal = (text: string): Text => (text === '' ? [] : [text]);
      const parts = drawn.parts.map(
        ({ name, filename, content }): Part => ({
          name: literal(name),
          ...(filename === undefined ? {} : { filename: literal(filename) }),
          headers: [['Content-Type', 'text/x; a="b"']],
          content: content instanceof Uint8Array ? content : asText(content),
        }),
      );
      return { kind: 'multipart', boundary: 'the-boundary', parts };
    }
  }
}
