import { HarnessError } from '../harness-error.ts';
import { fitTogether, type NewmanJob, newmanJob } from './regress-newman.ts';
import type { Prepared } from './regress-prepare.ts';
import { mayShare } from './regress-send.ts';

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** Actions that one run of Newman sends one after the other, each with its job. Without jobs it is one action that is sent alone. */
export interface NewmanGroup {
  readonly actions: readonly Ready[];
  readonly jobs: readonly NewmanJob[];
}

interface OpenGroup {
  readonly actions: Ready[];
  readonly jobs: NewmanJob[];
  readonly environment: Map<string, string>;
}

/** So many items share what a run of Newman costs beside its requests; more would only keep results waiting. */
const groupSize = 32;

/**
 * Actions of one host in groups that may share a run. An action that may not be sent twice, whose text needs guards of its own, or whose
 * secrets have other values under the same names, is a group by itself.
 */
export function newmanGroups(actions: readonly Ready[], { jobs: atOnce }: { readonly jobs: number }): readonly NewmanGroup[] {
  const groups: NewmanGroup[] = [];
  const open = new Map<string, OpenGroup>();
  const size = Math.max(1, Math.min(groupSize, Math.ceil(actions.length / atOnce)));
  for (const ready of actions) {
    const job = size > 1 && mayShare(ready) ? jobOf(ready) : null;
    if (job === null) {
      groups.push({ actions: [ready], jobs: [] });
      continue;
    }
    const group = open.get(ready.host);
    const [first] = group?.jobs ?? [];
    if (
      group !== undefined &&
      first !== undefined &&
      group.jobs.length < size &&
      fitTogether({ ...first, environment: group.environment }, job)
    ) {
      group.actions.push(ready);
      group.jobs.push(job);
      for (const [key, value] of job.environment) group.environment.set(key, value);
    } else {
      const fresh = { actions: [ready], jobs: [job], environment: new Map(job.environment) };
      open.set(ready.host, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

function jobOf(ready: Ready): NewmanJob | null {
  try {
    return newmanJob(ready);
  } catch (error) {
    if (error instanceof HarnessError) return null;
    throw error;
  }
}
