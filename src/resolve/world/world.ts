import type { Environment } from '../../formula/evaluate/environment.ts';
import type { FunctionTable } from '../../formula/evaluate/function-entry.ts';
import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { Scope } from '../../model/scope.ts';
import type { Value } from '../../model/value.ts';
import type { StringOutcome } from '../conceal/string-outcome.ts';
import type { CredentialSet } from './credential-set.ts';
import type { Tapes } from './tapes.ts';

/** Evaluates a string written in legacy Liquid. */
export type LiquidRenderer = (text: string, world: World) => StringOutcome;

/** What all evaluations of one action have in common. */
export interface Setting {
  readonly action: Action;
  readonly scope: Scope;
  readonly table: FunctionTable;
  readonly renderLiquid: LiquidRenderer | undefined;
  readonly tapes: Tapes;
  /** The action's LOCAL values, by their names as written. */
  readonly locals: ReadonlyMap<string, Json>;
  /** The action's template inputs, by slug. */
  readonly inputs: ReadonlyMap<string, Json>;
}

/**
 * One evaluation of an action: with the true credentials, or with made-up ones to see what depends on them. Every read of a credential is
 * noticed, also through LOCAL and INPUT, whose values are computed once, when they are first read.
 */
export interface World {
  readonly setting: Setting;
  readonly credentials: CredentialSet;
  readonly environment: Environment;
  /** Variables of legacy Liquid, once the placeholders are evaluated. */
  liquidVariables: ReadonlyMap<string, unknown> | undefined;
  /** The credentials read for them. */
  liquidReads: ReadonlySet<string>;
  /** Notes that a credential is read. */
  noteRead(reference: string): void;
  /** Runs a part and says which credentials were read in it, even where it failed. */
  observe<T>(run: (reads: ReadonlySet<string>) => T): T;
  /** Whether one of these credentials has no value, so that what is made of it means nothing. */
  dependsOnUnknown(reads: ReadonlySet<string>): boolean;
  /** Runs the evaluation of one string, whose draws of chance are remembered under `key`. */
  play<T>(key: string, run: () => T): T;
  /** The value of `LOCAL.x` or `INPUT.x`, evaluated when first asked for. */
  compute(name: string, json: Json): Value;
}
