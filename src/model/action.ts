import type { Json, JsonObject } from './json.ts';
import type { Source } from './source.ts';
import type { ResolvedText, Variable } from './text.ts';

/** Which of the forms a Tines user can have in hand the action was read from. */
export type ActionFormat = 'options' | 'copied-action' | 'story-export' | 'rest' | 'terraform' | 'regression-collection';

/** One HTTP Request action as it stands in the user's file; nothing is evaluated yet. */
export interface Action {
  readonly format: ActionFormat;
  /** Empty where the file gives no name (bare options). */
  readonly name: string;
  readonly guid?: string;
  /** The id in the tenant, where the file has one. */
  readonly id?: number;
  /** The action's own place in the file: its pointer is what the JSON report calls `action.pointer`. */
  readonly source: Source;
  readonly options: JsonObject;
  /** Values of the template inputs (`INPUT.x`), from the story's `integrations[].action_inputs`; already JSON-decoded. */
  readonly inputs: readonly ActionInput[];
  readonly story?: Story;
  readonly disabled: boolean;
}

export interface ActionInput {
  /** As shown to people: `Channel / User ID`. */
  readonly name: string;
  readonly type: string;
  /** Strings in it may be pills or formulas (`=CREDENTIAL.slack_1`). */
  readonly value: Json;
}

export interface Story {
  readonly name?: string;
  readonly guid?: string;
  readonly id?: number;
  readonly schemaVersion?: number;
  readonly standardLibraryVersion?: number;
  readonly actionRuntimeVersion?: number;
}

/** What a file of actions holds: every HTTP Request action in it, in the order of the file. */
export interface ActionFile {
  readonly format: ActionFormat;
  readonly actions: readonly Action[];
  /** Names of the actions of other types, for the message that says there is no HTTP Request action. */
  readonly others: readonly string[];
}

/** An action whose formulas are evaluated: secrets are named variables, everything else is text. */
export interface ResolvedAction {
  readonly action: Action;
  readonly options: JsonObject<ResolvedText>;
  readonly variables: readonly Variable[];
  /** What resolving showed that a diagnosis can use. */
  readonly findings: readonly Finding[];
}

/** Something noticed about the action's own text that costs no request. */
export interface Finding {
  readonly code: 'resolved-to-nothing' | 'stringified' | 'literal-secret' | 'template-left';
  readonly text: string;
  readonly source?: Source;
}
