import { decodeBody } from '../../formats/body/decode-body.ts';
import type { RunOutcome } from '../../model/outcome.ts';
import { issuedInHeaders, issuedInText } from '../../secrets/literals/issued-values.ts';
import { labelIssued } from '../../secrets/literals/label-issued.ts';
import type { Secret } from '../../secrets/secret.ts';

/** The secrets that servers handed out in these runs: cookies, and tokens by the names of their headers and members. Bodies count as far as they are in memory. */
export function issuedByAnswers(outcomes: readonly RunOutcome[]): readonly Secret[] {
  const found = outcomes.flatMap(({ hops }) =>
    hops.flatMap(({ received: { headers, body } }) => {
      const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
      const text = decodeBody(body.bytes, type, body.size > body.bytes.length);
      return [...issuedInHeaders(headers), ...(text === null ? [] : issuedInText(text))];
    }),
  );
  return labelIssued(found);
}
