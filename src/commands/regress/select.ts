import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import { inShard } from '../../regress/in-shard.ts';
import { listChangedFiles } from '../../run/list-changed-files.ts';
import type { RegressSettings } from './options.ts';
import type { Planned } from './plan.ts';

/** What of the plan is to be run: by `--only`, `--changed-since` and `--shard`. A pattern that fits nothing is an error: it would pass silently. */
export async function selectPlanned(
  plans: readonly Planned[],
  options: Options,
  { settings, surroundings }: { readonly settings: RegressSettings; readonly surroundings: Surroundings },
): Promise<readonly Planned[]> {
  const { only = [], 'changed-since': changedSince } = options;
  const patterns = only.map(readPattern);
  const named =
    patterns.length === 0 ? plans : plans.filter((planned) => patterns.some((pattern) => pattern.test(titleOf(planned))));
  if (named.length === 0 && plans.length > 0)
    throw new HarnessError('usage', `‹--only ${only.join(' --only ')}› fits no action`, {
      hint: 'a pattern is part of an action’s name or file, with * for anything',
    });
  const changed = changedSince === undefined ? named : await onlyChanged(named, changedSince, surroundings);
  const { shard } = settings;
  return shard === undefined ? changed : changed.filter(({ key }) => inShard(key, shard));
}

function titleOf({ place: { file, folders, name } }: Planned): string {
  return [file, ...folders, name].join('/');
}

/** Part of the title, any case; `*` stands for anything. */
function readPattern(text: string): RegExp {
  return new RegExp(
    text
      .split('*')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
      .join('.*'),
    'isu',
  );
}

async function onlyChanged(
  plans: readonly Planned[],
  reference: string,
  { workingDirectory, environment }: Surroundings,
): Promise<readonly Planned[]> {
  const changed = await listChangedFiles(reference, { directory: workingDirectory, environment });
  const known = new Map<string, boolean>();
  const isChanged = async (file: string): Promise<boolean> => {
    const absolute = path.resolve(workingDirectory, file);
    const answer = known.get(absolute) ?? (changed.has(absolute) || changed.has(await realpath(absolute).catch(() => absolute)));
    known.set(absolute, answer);
    return answer;
  };
  const selected: Planned[] = [];
  for (const planned of plans) {
    const files = [planned.place.file, ...(planned.kind === 'recorded' ? [planned.recorded.action.source.file] : [])];
    if ((await Promise.all(files.map(isChanged))).includes(true)) selected.push(planned);
  }
  return selected;
}
