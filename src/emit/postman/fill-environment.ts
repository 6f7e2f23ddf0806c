import type { SecretValues } from '../../model/text.ts';
import { checkHeaderValue } from '../check/check-header-value.ts';
import { variableValue } from '../text-value.ts';
import { headerBytes } from './header-text.ts';
import { literalPlaceholders } from './literal-placeholders.ts';
import type { PostmanArtifact } from './postman-artifact.ts';
import type { PostmanEnvironment, PostmanEnvironmentValue } from './postman-environment.ts';

/**
 * The environment with its values, for a run at once; never written. A `{{…}}` inside of a value is protected like one in literal text,
 * since Postman looks for variables in values too. Throws a HarnessError where a value is missing, or cannot stand in a header field.
 */
export function fillEnvironment(artifact: PostmanArtifact, values: SecretValues): PostmanEnvironment {
  const filled = artifact.variables.map(({ variable, postman, inHeaders, encoding }): PostmanEnvironmentValue => {
    const value = variableValue(variable, values);
    if (inHeaders) checkHeaderValue(variable.from.join(', '), value);
    return { key: postman, value: encoding === 'bytes' ? headerBytes(value) : value, type: 'secret', enabled: true };
  });
  const known = new Set(filled.map(({ key }) => key));
  const placeholders = new Set(filled.flatMap(({ value }) => literalPlaceholders(value)).filter((key) => !known.has(key)));
  const guards = [...placeholders].map(
    (key): PostmanEnvironmentValue => ({ key, value: `{{${key}}}`, type: 'default', enabled: true }),
  );
  return { ...artifact.environment, values: [...filled, ...guards] };
}
