import type { Action } from '../model/action.ts';
import type { RequestSpec, Warning } from '../model/request-spec.ts';
import type { LiteralSecret } from './literals/literal-secret.ts';
import { secretsInOptions } from './literals/secrets-in-options.ts';
import { type IsCredentialField, secretsInRequest } from './literals/secrets-in-request.ts';

interface LiteralSearch {
  readonly action: Action;
  readonly request: RequestSpec;
  /** What is known of hosts; nothing unless given. */
  readonly isCredentialField?: IsCredentialField;
}

/**
 * The secrets that no credential holds: those written into the action first, then those that the request shows besides (from upstream data, from
 * `--proxy`, by what is known of the host). Each value once, under the first label. Pure; for the redactor, and for warnings.
 */
export function findLiteralSecrets({
  action,
  request,
  isCredentialField = () => false,
}: LiteralSearch): readonly LiteralSecret[] {
  const written = secretsInOptions(action);
  const texts = JSON.stringify(action.options);
  const first = new Map<string, LiteralSecret>();
  for (const found of [...written, ...secretsInRequest(request, isCredentialField).map((found) => asWritten(found, texts))]) {
    if (!first.has(found.secret.value)) first.set(found.secret.value, found);
  }
  return [...first.values()];
}

/** What the request shows and the options hold word for word was written there. */
function asWritten(found: LiteralSecret, options: string): LiteralSecret {
  if (!options.includes(JSON.stringify(found.secret.value).slice(1, -1))) return found;
  return { ...found, secret: { ...found.secret, label: `literal in ${found.field}` }, origin: 'literal' };
}

/** One warning for each field into which a secret is written. */
export function literalSecretWarnings(found: readonly LiteralSecret[]): readonly Warning[] {
  const fields = new Map(found.filter(({ origin }) => origin === 'literal').map((literal) => [literal.field, literal]));
  return [...fields.values()].map(({ field, source }) => ({
    code: 'literal-secret',
    text: `‹${field}› holds a secret as text, so everybody who sees the story or an export of it can read it: put it into a credential and write <<CREDENTIAL.name>> in its place`,
    ...(source === undefined ? {} : { source }),
  }));
}
