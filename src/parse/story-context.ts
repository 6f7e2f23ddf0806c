import type { ActionFormat, ActionInput, Story } from '../model/action.ts';
import type { JsonObject } from '../model/json.ts';
import { fieldOf, textOf, wholeNumberOf } from './json/json-fields.ts';
import type { FileText } from './json/source-text.ts';
import { readInputs } from './read-inputs.ts';

/** What the object around a list of actions says of all of them. */
export interface StoryContext {
  readonly story: Story;
  readonly format: ActionFormat;
  /** The template inputs of the action with this guid, here or in the stories around; undefined where none lists it. */
  readonly inputsOf: (guid: string) => readonly ActionInput[] | undefined;
}

/** Reads the object around a list of actions; what a story inside of another does not say is taken from the outer one. */
export function storyContext(object: JsonObject, outer: StoryContext | undefined, file: FileText): StoryContext {
  const own = readStory(object);
  const integrations = integrationsByGuid(object);
  return {
    story: { ...versionsOf(outer?.story), ...own },
    format: formatOf(object, outer),
    inputsOf: (guid) => {
      const integration = integrations.get(guid);
      return integration === undefined ? outer?.inputsOf(guid) : readInputs(integration, file);
    },
  };
}

/** What an object says of a story; empty where it says nothing. */
export function readStory(object: JsonObject): Story {
  const name = textOf(fieldOf(object, 'name'));
  const guid = textOf(fieldOf(object, 'guid'));
  const id = wholeNumberOf(fieldOf(object, 'id', 'story_id'));
  return {
    ...(name !== undefined && { name }),
    ...(guid !== undefined && { guid }),
    ...(id !== undefined && { id }),
    ...readVersions(object),
  };
}

/** The versions of the format, the function library and the runtime that an object gives; empty where it gives none. */
export function readVersions(object: JsonObject): Story {
  const schemaVersion = wholeNumberOf(fieldOf(object, 'schema_version'));
  const standardLibraryVersion = wholeNumberOf(fieldOf(object, 'standard_lib_version', 'standard_library_version'));
  const actionRuntimeVersion = wholeNumberOf(fieldOf(object, 'action_runtime_version'));
  return {
    ...(schemaVersion !== undefined && { schemaVersion }),
    ...(standardLibraryVersion !== undefined && { standardLibraryVersion }),
    ...(actionRuntimeVersion !== undefined && { actionRuntimeVersion }),
  };
}

function versionsOf(story: Story | undefined): Story {
  const { name: _name, guid: _guid, id: _id, ...versions } = story ?? {};
  return versions;
}

const exportKeys: ReadonlySet<string> = new Set([
  'schema_version',
  'exported_at',
  'diagram_layout',
  'send_to_stories',
  'send_to_story_enabled',
]);

function formatOf(object: JsonObject, outer: StoryContext | undefined): ActionFormat {
  if (object.members.some((member) => exportKeys.has(member.key))) {
    return 'story-export';
  }
  return fieldOf(object, 'meta') === undefined ? (outer?.format ?? 'copied-action') : 'rest';
}

function integrationsByGuid(object: JsonObject): ReadonlyMap<string, JsonObject> {
  const byGuid = new Map<string, JsonObject>();
  const list = fieldOf(object, 'integrations');
  for (const item of list?.kind === 'array' ? list.items : []) {
    const guid = item.kind === 'object' ? textOf(fieldOf(item, 'action_guid')) : undefined;
    if (item.kind === 'object' && guid !== undefined) {
      byGuid.set(guid, item);
    }
  }
  return byGuid;
}
