import type { CauseCode, Confidence } from '../../../src/model/verdict.ts';
import type { Case } from './diagnose-case.ts';
import { contentScenarios } from './scenarios-content.ts';
import { formatScenarios } from './scenarios-format.ts';
import { hostScenarios, permissionScenarios, serverScenarios } from './scenarios-permission.ts';
import { realServerScenarios } from './scenarios-servers.ts';

/** A failure, and what must be said of it first. */
export interface Scenario extends Case {
  readonly title: string;
  readonly cause: CauseCode;
  readonly confidence: Confidence;
  /** How many extra requests it may cost; 6 unless given. */
  readonly most?: number;
}

export const scenarios: readonly Scenario[] = [
  ...formatScenarios,
  ...permissionScenarios,
  ...contentScenarios,
  ...serverScenarios,
  ...realServerScenarios,
  ...hostScenarios,
];
