import type { Action } from '../../model/action.ts';
import type { TinesOutcome } from '../../model/outcome.ts';
import { listReferences } from '../../resolve/references/list-references.ts';
import { slug } from '../../ruby/slug.ts';
import type { CredentialChange } from '../inputs/credential-change.ts';

interface Age {
  readonly tines: TinesOutcome;
  /** What makes the record less certain, as sentences. */
  readonly lowered: readonly string[];
}

interface Circumstances {
  readonly now: Date;
  /** When credentials were changed, by name. */
  readonly changes: ReadonlyMap<string, readonly CredentialChange[]>;
}

/** Whether what Tines recorded is stale: older than the user allows, or than the change of a credential that the action uses. */
export function judgeAge(action: Action, tines: TinesOutcome, { now, changes }: Circumstances): Age {
  if (tines.status === 'unknown' || tines.at === undefined) return { tines, lowered: [] };
  const at = new Date(tines.at);
  const old =
    tines.stale === true
      ? [
          `Tines’ record is ${ageOf(now.getTime() - at.getTime())} old (${shortTime(at)}): what has changed since may explain a difference`,
        ]
      : [];
  const names = listReferences(action).flatMap(({ kind, name }) => (kind === 'credential' ? [slug(name)] : []));
  const changed = [...new Set(names)].flatMap((name) =>
    (changes.get(name) ?? [])
      .filter((change) => change.at > at)
      .map(
        (change) =>
          `${change.what} was changed at ${shortTime(change.at)}, after Tines’ record of ${shortTime(at)}: Tines may have sent another value`,
      ),
  );
  const lowered = [...old, ...changed];
  return { tines: lowered.length > 0 ? { ...tines, stale: true } : tines, lowered };
}

function ageOf(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

function shortTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
