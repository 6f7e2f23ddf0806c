import type { Action } from '../../model/action.ts';
import type { Warning } from '../../model/request-spec.ts';
import type { Conversion } from '../../pipeline.ts';
import { composedSecrets } from '../../secrets/composed-secrets.ts';
import { findLiteralSecrets, literalSecretWarnings } from '../../secrets/find-literal-secrets.ts';
import type { Secret } from '../../secrets/secret.ts';
import { isCredentialField } from './credential-field.ts';

/** The secrets that an action's request has besides the credentials that were given. */
export interface ActionSecrets {
  readonly secrets: readonly Secret[];
  /** One for each secret that stands in the action as text. */
  readonly warnings: readonly Warning[];
}

/** What was made of credentials, what the request composes of them, and what stands in the action or in its request as text. */
export function actionSecrets(action: Action, { resolved, specification, values }: Conversion): ActionSecrets {
  const { request } = specification;
  const literals = findLiteralSecrets({ action, request, isCredentialField });
  const made = resolved.variables.flatMap(({ name, from }) => {
    const value = values.get(name);
    return value === undefined ? [] : [{ label: from.join(' + '), value }];
  });
  return {
    secrets: [...made, ...composedSecrets(request, values), ...literals.map(({ secret }) => secret)],
    warnings: literalSecretWarnings(literals),
  };
}
