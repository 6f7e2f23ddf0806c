import { HarnessError } from '../../harness-error.ts';
import { fitsRun, RUN_LENGTH, type SingleRun } from '../../run/newman/join-runs.ts';
import type { RegressClients } from './clients.ts';
import type { Prepared } from './prepare.ts';
import { mayShare } from './send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** Actions that one run of Newman sends one after the other, each with its own. Without runs it is one action that is sent alone. */
export interface NewmanGroup {
  readonly actions: readonly Ready[];
  readonly runs: readonly SingleRun[];
}

interface OpenGroup {
  readonly actions: Ready[];
  readonly runs: SingleRun[];
}

/**
 * Actions of one host in groups that may share a run. An action that may not be sent twice, whose text needs guards of its own, or whose
 * secrets have other values under the same names, is a group by itself.
 */
export function newmanGroups(
  actions: readonly Ready[],
  { jobs, clients }: { readonly jobs: number; readonly clients: Pick<RegressClients, 'newmanRun'> },
): readonly NewmanGroup[] {
  const groups: NewmanGroup[] = [];
  const open = new Map<string, OpenGroup>();
  const size = Math.max(1, Math.min(RUN_LENGTH, Math.ceil(actions.length / jobs)));
  for (const ready of actions) {
    const run = size > 1 && mayShare(ready) ? runOf(ready, clients) : null;
    if (run === null) {
      groups.push({ actions: [ready], runs: [] });
      continue;
    }
    const group = open.get(ready.host);
    if (group !== undefined && group.runs.length < size && fitsRun(group.runs, run)) {
      group.actions.push(ready);
      group.runs.push(run);
    } else {
      const fresh = { actions: [ready], runs: [run] };
      open.set(ready.host, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

function runOf(ready: Ready, { newmanRun }: Pick<RegressClients, 'newmanRun'>): SingleRun | null {
  try {
    return newmanRun(ready);
  } catch (error) {
    if (error instanceof HarnessError) return null;
    throw error;
  }
}
