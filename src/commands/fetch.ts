import path from 'node:path';
import { memberOf } from '../formats/json/member-of.ts';
import { scalarText } from '../formats/json/scalar-text.ts';
import { HarnessError } from '../harness-error.ts';
import type { Json } from '../model/json.ts';
import { actionWithStory } from '../recall/tenant/action-with-story.ts';
import { fetchAction, fetchStory } from '../recall/tenant/fetch-action.ts';
import type { TenantAccess } from '../recall/tenant/tenant-access.ts';
import type { TenantRecords } from '../recall/tenant/tenant-records.ts';
import type { Command } from './command.ts';
import { openTenant } from './inputs/tenant/access.ts';
import { checkId } from './inputs/tenant/options.ts';
import { type NamedRecords, writeRecords } from './record/write-records.ts';

/** `fetch`: writes what a tenant has of an action, or of a story, into `--out`, and says which command comes next. Changes nothing in the tenant. */
export const fetchCommand: Command = async ({ options }, surroundings) => {
  const { 'action-id': actionId, 'story-id': storyId, out } = options;
  if (out === undefined) throw new HarnessError('usage', 'there is no place for what is fetched', { hint: 'write --out DIR' });
  if ((actionId === undefined) === (storyId === undefined)) {
    throw new HarnessError('usage', 'either an action or a story is fetched', {
      hint: 'write --action-id N, or --story-id N; N is the number in the address of its page',
    });
  }
  const access = await openTenant(options, surroundings);
  const { workingDirectory, terminal } = surroundings;
  const fetched =
    actionId === undefined
      ? await bringStory(access, checkId('story-id', storyId ?? Number.NaN))
      : await bringAction(access, checkId('action-id', actionId));
  const written = await writeRecords(fetched.records, path.resolve(workingDirectory, out));
  const shown = written.map((file) => path.join(out, path.basename(file)));
  for (const file of shown) terminal.tell(`wrote ${file}`);
  terminal.tell(
    `next: tines-compare compare ${fetched.inputs.map(([option, name]) => `--${option} ${quote(name, out)}`).join(' ')}`,
  );
  return 0;
};

interface Fetched {
  readonly records: NamedRecords;
  /** The options of the next command: a file's name, or a word. */
  readonly inputs: readonly (readonly [option: string, value: string])[];
}

async function bringAction(access: TenantAccess, actionId: number): Promise<Fetched> {
  const found = await fetchAction(access, actionId);
  const hasEvents = itemsOf(found.events, 'events') > 0;
  const hasLogs = itemsOf(found.logs, 'action_logs') > 0;
  return {
    records: { ...found, action: hasInputs(found) ? actionWithStory(found) : found.action },
    inputs: [
      ['action', 'action.json'],
      ...(hasEvents ? [['event', 'events.json'] as const] : []),
      ...(hasLogs ? [['log', 'logs.json'] as const] : []),
    ],
  };
}

async function bringStory(access: TenantAccess, storyId: number): Promise<Fetched> {
  const { story, actions } = await fetchStory(access, storyId);
  return { records: { story, actions }, inputs: [['action', 'story.json']] };
}

function itemsOf(json: Json, key: string): number {
  const list = memberOf(json, key);
  return list?.kind === 'array' ? list.items.length : 0;
}

/** Values of template inputs stand in the story, and an action without them would not resolve. */
function hasInputs({ action, story }: TenantRecords): boolean {
  const guid = scalarText(memberOf(action, 'guid'));
  const integrations = memberOf(story, 'integrations');
  return (
    guid !== undefined &&
    integrations?.kind === 'array' &&
    integrations.items.some((entry) => scalarText(memberOf(entry, 'action_guid')) === guid)
  );
}

function quote(name: string, directory: string): string {
  const file = path.join(directory, name);
  return /^[\w./:@%+=,\\-]+$/u.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}
