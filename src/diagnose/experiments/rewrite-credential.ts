import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { CauseCode } from '../../model/verdict.ts';
import { withHeader } from '../edit-request.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { joinTexts } from '../working/slice-text.ts';
import type { Change } from './change.ts';
import { replaceParameter } from './replace-parameter.ts';

interface Rewriting {
  readonly claims: CauseCode;
  readonly request: RequestSpec;
  readonly use: CredentialUse;
}

interface Rewritten {
  readonly name: string;
  /** The whole new value; a query parameter's not yet encoded. */
  readonly value: Text;
  readonly fix: string;
}

/** The credential written otherwise, in its own place. */
export function rewriteCredential({ claims, request, use }: Rewriting, { name, value, fix }: Rewritten): Change {
  const changed =
    use.place === 'query' ? replaceParameter(request, use.name, encoded(value)) : withHeader(request, use.name, value);
  return {
    claims,
    name,
    request: changed,
    touchesCredential: true,
    isBlind: false,
    fix,
    ...(use.pointer === undefined ? {} : { pointer: use.pointer }),
  };
}

/** The value under the use's own scheme, one space between. */
export function underScheme(use: CredentialUse, value: Text): Text {
  return use.scheme === '' ? value : joinTexts(`${use.scheme} `, value);
}

function encoded(value: Text): Text {
  return value.map((piece) =>
    typeof piece === 'string' ? encodeURIComponent(piece) : { ...piece, encodings: [...piece.encodings, 'form' as const] },
  );
}
