import type { Json } from '../../model/json.ts';

/** A string of the action, and where it stands. */
export interface Written {
  readonly text: string;
  /** Names it among the action's strings. */
  readonly key: string;
  readonly isKey: boolean;
  readonly json: Json;
}
