import type { Report } from '../../model/report.ts';

/**
 * 0 where every verdict is that it works and the answers agree; 1 where a failure or a difference was found; 2 where nothing could be compared,
 * or no client could run. Differences in what was sent alone are shown, and no failure: all got the same answer.
 */
export function exitStatus(reports: readonly Report[], notCompared: number): 0 | 1 | 2 {
  if (reports.length === 0 || reports.every(noClientRan)) return 2;
  if (notCompared > 0) return 1;
  return reports.every(
    ({ verdict, differences, 'differences-omitted': omitted }) =>
      (verdict.code === 'works' || verdict.code === 'works-outside') &&
      omitted === 0 &&
      differences.every(({ noise, path }) => noise !== undefined || path.startsWith('sent.')),
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
