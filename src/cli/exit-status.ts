import type { Report } from '../model/report.ts';

/**
 * 0 where every verdict is that it works and nothing that counts differs; 1 where a failure or a difference was found;
 * 2 where nothing could be compared, or no client could run.
 */
export function exitStatus(reports: readonly Report[], notCompared: number): 0 | 1 | 2 {
  if (reports.length === 0 || reports.every(noClientRan)) return 2;
  if (notCompared > 0) return 1;
  return reports.every(
    ({ verdict, differences }) =>
      (verdict.code === 'works' || verdict.code === 'works-outside') && differences.every(({ noise }) => noise !== undefined),
  )
    ? 0
    : 1;
}

function noClientRan({ verdict, outcomes: { curl, postman } }: Report): boolean {
  const ran = [curl, postman].filter(
    (outcome) =>
      outcome !== undefined &&
      (outcome.status === 'completed' || (outcome.error.kind !== 'other' && outcome.error.kind !== 'interrupted')),
  );
  return verdict.code === 'undecided' && ran.length === 0;
}
