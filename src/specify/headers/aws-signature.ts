import type { AwsSignature } from '../../model/request-spec.ts';
import type { Text, Variable } from '../../model/text.ts';
import type { AwsScope } from '../policy/settings.ts';
import type { UserHeader } from './user-headers.ts';

/**
 * The signature that Tines makes where the Authorization header is nothing but an AWS credential; undefined elsewhere. Its keys are the
 * variables `<name>_access_key`, `<name>_secret_key` and, where it has one, `<name>_session_token`.
 */
export function awsSignature(
  header: UserHeader | undefined,
  credentials: ReadonlyMap<string, AwsScope>,
): AwsSignature | undefined {
  const [variable, ...rest] = header?.value ?? [];
  if (variable === undefined || typeof variable === 'string' || rest.length > 0 || variable.encodings.length > 0)
    return undefined;
  const scope = credentials.get(variable.name);
  if (scope === undefined) return undefined;
  return {
    region: scope.region,
    service: scope.service,
    accessKey: field(variable, 'access_key'),
    secretKey: field(variable, 'secret_key'),
    ...(scope.sessionToken === true ? { sessionToken: field(variable, 'session_token') } : {}),
  };
}

function field(variable: Variable, name: string): Text {
  return [{ name: `${variable.name}_${name}`, from: variable.from.map((reference) => `${reference}.${name}`), encodings: [] }];
}
