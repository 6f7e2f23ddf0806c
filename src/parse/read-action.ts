import type { Action, ActionFormat, ActionInput, Story } from '../model/action.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { fieldOf, isTrue, memberOf, textOf, wholeNumberOf } from './json/json-fields.ts';
import type { FileText } from './json/source-text.ts';
import { looksLikeOptions } from './looks-like-options.ts';
import { readInputs } from './read-inputs.ts';
import { readOptions } from './read-options.ts';
import { readVersions, type StoryContext } from './story-context.ts';

/** What surrounds an action in its file. */
export interface Surroundings {
  readonly file: FileText;
  readonly story?: StoryContext;
  /** Set where the whole file is of one format. */
  readonly format?: ActionFormat;
}

/** The keys under which actions keep their options. */
export const optionsKeys = ['options', 'agent_options', 'action_options'] as const;

/**
 * Reads an object that is an HTTP Request action, or that is its bare options.
 * @throws HarnessError where its options are not an object or the JSON of one.
 */
export function readAction(object: JsonObject, surroundings: Surroundings): Action {
  const written = fieldOf(object, ...optionsKeys);
  const name = textOf(fieldOf(object, 'name'));
  const guid = textOf(fieldOf(object, 'guid'));
  const id = wholeNumberOf(fieldOf(object, 'id'));
  const story = storyOf(object, surroundings.story);
  return {
    format: surroundings.format ?? formatOf(object, written, surroundings.story),
    name: name ?? '',
    ...(guid !== undefined && { guid }),
    ...(id !== undefined && { id }),
    source: object.source ?? { file: surroundings.file.file, pointer: '', line: 1, column: 1 },
    options: optionsOf(object, written, surroundings.file),
    inputs: ownInputs(object, surroundings.file) ?? (guid === undefined ? undefined : surroundings.story?.inputsOf(guid)) ?? [],
    ...(story && { story }),
    disabled: isTrue(fieldOf(object, 'disabled')),
  };
}

/** An action without an options member is its own options, or has none. */
function optionsOf(object: JsonObject, written: Json | undefined, file: FileText): JsonObject {
  if (written === undefined && !looksLikeOptions(object)) {
    return { ...object, members: [] };
  }
  return readOptions(written ?? object, file);
}

function formatOf(object: JsonObject, written: Json | undefined, story: StoryContext | undefined): ActionFormat {
  if (story?.format === 'story-export') {
    return story.format;
  }
  if (written === undefined && fieldOf(object, 'type', 'agent_type') === undefined) {
    return 'options';
  }
  const fromApi =
    memberOf(object, 'agent_options') !== undefined ||
    wholeNumberOf(memberOf(object, 'id')) !== undefined ||
    memberOf(object, 'story_id') !== undefined;
  return fromApi ? 'rest' : (story?.format ?? 'copied-action');
}

function storyOf(object: JsonObject, context: StoryContext | undefined): Story | undefined {
  const id = wholeNumberOf(fieldOf(object, 'story_id'));
  const story = { ...(id !== undefined && { id }), ...context?.story, ...readVersions(object) };
  return Object.keys(story).length === 0 ? undefined : story;
}

/** Inputs that stand in the action itself: of a template, or of an action that was kept together with its integration. */
function ownInputs(object: JsonObject, file: FileText): readonly ActionInput[] | undefined {
  const integration = fieldOf(object, 'integration');
  const integrations = fieldOf(object, 'integrations');
  const holders = [object, integration, ...(integrations?.kind === 'array' ? integrations.items : [])];
  const holder = holders.find((candidate) => candidate?.kind === 'object' && fieldOf(candidate, 'action_inputs') !== undefined);
  return holder?.kind === 'object' ? readInputs(holder, file) : undefined;
}
