import type { Value } from './value.ts';

/** What Tines knew when the action ran, as far as the user supplied it. Keys are slugs in lower case. */
export interface Scope {
  /** Event data by snake-cased action name; also META, STORY, INFO, TEAM … under those names. */
  readonly data: ReadonlyMap<string, Value>;
  /** Text, or an object for a credential with fields. */
  readonly credentials: ReadonlyMap<string, Value>;
  readonly resources: ReadonlyMap<string, Value>;
  /** Overrides of the action's own template inputs. */
  readonly inputs: ReadonlyMap<string, Value>;
  readonly now: Date;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Milliseconds from any start, growing: bounds how long evaluating may take; without it only work is bounded. */
  readonly clock?: () => number;
  /** A fresh RFC 9562 version 4 UUID. */
  readonly uuid: () => string;
  /** `stop`: an unresolved reference is an error (the default of every command); `empty`: it becomes empty text, as in Tines. */
  readonly unresolved: 'stop' | 'empty';
  /** Whether a credential without a value stops the run, or stays a name (exports need no value). */
  readonly credentialValues: 'required' | 'optional';
}
