import type { StatusRange } from '../../model/request-spec.ts';

/** Where an AWS credential signs for: `us-east-1` and `dynamodb`, as in the credential's own form. */
export interface AwsScope {
  readonly region: string;
  readonly service: string;
  /** True where the credential has a session token (`<name>_session_token`) besides its two keys. */
  readonly sessionToken?: boolean;
}

/** What the user says about the request beside the action; everything here wins over the action's own options. */
export interface SpecifySettings {
  /** What counts as success, in place of 200-399 and of the action's own lists. */
  readonly expectStatus?: readonly StatusRange[];
  readonly timeoutSeconds?: number;
  /** Seconds, where neither the user nor the action says any; 30 unless given. */
  readonly timeoutDefault?: number;
  readonly proxy?: string;
  /** PEM file with further certificate authorities. */
  readonly caFile?: string;
  readonly insecure?: boolean;
  /** PEM files for the client certificate that `mutual_tls` names, or that the user adds. */
  readonly certificateFile?: string;
  readonly keyFile?: string;
  /** By name of the variable: an Authorization header that is only this variable is a signature that Tines makes itself. */
  readonly awsCredentials?: ReadonlyMap<string, AwsScope>;
}
