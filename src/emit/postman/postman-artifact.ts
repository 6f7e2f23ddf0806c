import type { Loss } from '../../model/request-spec.ts';
import type { ArtifactVariable } from '../artifact-variable.ts';
import type { HeaderEncoding } from './header-encoding.ts';
import type { PostmanCollection } from './postman-collection.ts';
import type { PostmanEnvironment } from './postman-environment.ts';

/** A variable of the collection, and how its value has to be given. */
export interface PostmanVariable extends ArtifactVariable {
  /** Whether the value stands in header fields and nowhere else. */
  readonly inHeaders: boolean;
  /** `bytes`: the value has to be given as UTF-8, each byte as the character of that number. */
  readonly encoding: HeaderEncoding;
}

/** The two documents that people import into Postman, which are also what Newman runs. */
export interface PostmanArtifact {
  readonly collection: PostmanCollection;
  /** One key per secret, without values. */
  readonly environment: PostmanEnvironment;
  readonly variables: readonly PostmanVariable[];
  readonly losses: readonly Loss[];
}
