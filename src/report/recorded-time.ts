import type { ReportTinesOutcome } from '../model/report.ts';

/** When Tines recorded its outcome, to the minute: `2026-11-24 09:03 UTC (stale)`; empty where the record does not say it. */
export function recordedTime(tines: ReportTinesOutcome): string {
  if (tines.status === 'unknown' || tines.at === undefined) return '';
  const time = tines.at.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(?:\.\d+)?Z$/u, '$1 $2 UTC');
  return `${time}${tines.stale === true ? ' (stale)' : ''}`;
}
