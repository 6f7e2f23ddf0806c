import type { Report } from '../model/report.ts';

/** How many differences of the report count, those left out of it included. */
export function countDifferences(report: Report): number {
  return report.differences.filter(({ noise }) => noise === undefined).length + report['differences-omitted'];
}
