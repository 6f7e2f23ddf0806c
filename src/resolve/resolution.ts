import type { ResolvedAction } from '../model/action.ts';
import type { SecretValues } from '../model/text.ts';

/** What `resolveAction` gives: the action with named variables, and apart from it what the names stand for. */
export interface Resolution {
  readonly resolved: ResolvedAction;
  /** No entry for a variable made from a credential that has no value. */
  readonly values: SecretValues;
}
