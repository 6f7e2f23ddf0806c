import type { SecretValues } from '../../model/text.ts';
import type { Value, ValueMap } from '../../model/value.ts';

/** What Tines needs to sign for AWS, of one credential. */
export interface AwsCredential {
  readonly region: string;
  readonly service: string;
  readonly sessionToken: boolean;
}

/** The AWS credentials among the user's, by variable name, and the values of their parts (`<name>_access_key` …). */
export interface AwsCredentials {
  readonly scopes: ReadonlyMap<string, AwsCredential>;
  readonly values: SecretValues;
}

const fields = {
  access_key: ['access_key', 'access_key_id', 'aws_access_key_id', 'accesskeyid'],
  secret_key: ['secret_key', 'secret_access_key', 'aws_secret_access_key', 'secretaccesskey'],
  session_token: ['session_token', 'aws_session_token', 'sessiontoken'],
  region: ['region', 'aws_region'],
  service: ['service', 'aws_service'],
} as const;

/**
 * Recognises credentials with an access key and a secret key. Region and service come from the credential, else from the host
 * (`dynamodb.eu-west-1.amazonaws.com`), else they are `us-east-1` and the host's first label.
 */
export function awsCredentials(credentials: ReadonlyMap<string, Value>, url: string): AwsCredentials {
  const scopes = new Map<string, AwsCredential>();
  const values = new Map<string, string>();
  const host = hostScope(url);
  for (const [name, value] of credentials) {
    const access = field(value, 'access_key');
    const secret = field(value, 'secret_key');
    if (access === undefined || secret === undefined) continue;
    const token = field(value, 'session_token');
    values.set(`${name}_access_key`, access).set(`${name}_secret_key`, secret);
    if (token !== undefined) values.set(`${name}_session_token`, token);
    scopes.set(name, {
      region: field(value, 'region') ?? host.region,
      service: field(value, 'service') ?? host.service,
      sessionToken: token !== undefined,
    });
  }
  return { scopes, values };
}

function field(value: Value, name: keyof typeof fields): string | undefined {
  if (!(value instanceof Map)) return undefined;
  for (const [key, inner] of value as ValueMap) {
    const plain = key.toLowerCase().replaceAll('-', '_');
    if ((fields[name] as readonly string[]).includes(plain) && typeof inner === 'string' && inner !== '') return inner;
  }
  return undefined;
}

function hostScope(url: string): { readonly region: string; readonly service: string } {
  const host = /^https?:\/\/([^/:?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
  const region = /(?:^|[.-])((?:us|eu|ap|sa|ca|me|af|il|cn|us-gov)-[a-z]+-\d)(?:[.-]|$)/u.exec(host)?.[1] ?? 'us-east-1';
  const labels = host
    .replace(/\.amazonaws\.com(?:\.cn)?$/u, '')
    .split('.')
    .filter((label) => label !== region);
  const last = labels.at(-1) ?? '';
  return { region, service: labels.includes('execute-api') ? 'execute-api' : last };
}
