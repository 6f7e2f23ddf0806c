import type { Json } from '../../model/json.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { at } from '../at.ts';
import { withHeader } from '../edit-request.ts';
import { optionPointer, optionText } from '../evidence/credentials/option-text.ts';
import { encodedBasic } from '../experiments/carry-credential.ts';
import { joinTexts } from '../working/slice-text.ts';
import type { Rule } from './suspicion.ts';

/** The action has both `basic_auth` and an `Authorization` header; only the header is sent. */
export const authOverridden: Rule = ({ input, isAuthFailure }) => {
  const { action, request } = input;
  if (!isAuthFailure || optionText(action, ['headers', 'authorization']) === undefined) return null;
  const value = action.options.members.findLast(
    ({ key }) => !(key instanceof Uint8Array) && key.join('') === 'basic_auth',
  )?.value;
  const pair = value === undefined ? null : pairText(value);
  if (pair === null || pair.length === 0) return null;
  const pointer = optionPointer(action, ['headers', 'authorization']);
  const fix = 'remove the Authorization header: it wins over basic_auth';
  return {
    confidence: 'possible',
    weight: 89,
    fix,
    ...at(pointer),
    evidence: ['the action has both basic_auth and an Authorization header, and only the header is sent'],
    changes: [
      {
        claims: 'auth-overridden',
        name: 'with basic_auth in place of the Authorization header',
        request: withHeader(request, 'Authorization', joinTexts('Basic ', encodedBasic(pair))),
        touchesCredential: true,
        isBlind: false,
        fix,
        ...at(pointer),
      },
    ],
  };
};

function pairText(value: Json<ResolvedText>): Text | null {
  if (value.kind === 'string') return value.value instanceof Uint8Array ? null : value.value;
  if (value.kind !== 'array') return null;
  const [user, password] = value.items.map((item) =>
    item.kind === 'string' && !(item.value instanceof Uint8Array) ? item.value : null,
  );
  return user === undefined || user === null || password === undefined || password === null
    ? null
    : joinTexts(user, ':', password);
}
