import type { Json } from '../model/json.ts';
import type { Policy } from '../model/request-spec.ts';

/** What reading a request that works needs from outside. */
export interface WorkingContext {
  /** The file as the user named it, for messages. */
  readonly file: string;
  /** Which request of a collection or a HAR: what stands behind `#`. */
  readonly name?: string;
  /** The policy of the action's own request; only the rule about redirects is the working request's own. */
  readonly policy: Policy;
  /** The environment that the user's shell would put in for `$NAME`; also what `{{name}}` stands for where a collection does not say. */
  readonly variable: (name: string) => string | undefined;
  /** The bytes of a file that a request names (`-d @body.json`). Throws a HarnessError where it cannot be read. */
  readonly readBytes: (path: string) => Uint8Array;
  /** Whether the value of a header, a parameter or a member of this name is a credential. */
  readonly isSecretName: (name: string) => boolean;
  readonly parseJson: (text: string, file: string) => Json;
  /** Names of variables that are in use elsewhere. */
  readonly taken: ReadonlySet<string>;
}
