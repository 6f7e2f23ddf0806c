import type { Variable } from '../model/text.ts';

/** A secret as the artifacts name it. */
export interface ArtifactVariable {
  readonly variable: Variable;
  /** The environment variable that a shell command reads: `TINES_CREDENTIAL_ACME`, or `TINES_SECRET_…` where the value is made from a credential. */
  readonly environment: string;
  /** The key in Postman's environment: `acme`. */
  readonly postman: string;
  /** What the value must be, where that is not simply the credential; empty otherwise. */
  readonly note: string;
}
