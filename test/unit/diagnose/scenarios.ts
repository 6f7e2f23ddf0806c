import type { CauseCode, Confidence } from '../../../src/model/verdict.ts';
import type { Case } from './diagnose-case.ts';
import { contentScenarios } from './scenarios-content.ts';
import { formatScenarios } from './scenarios-format.ts';
import { freshEighthScenarios } from './scenarios-fresh-eighth.ts';
import { freshFourthScenarios } from './scenarios-fresh-fourth.ts';
import { freshNinthScenarios } from './scenarios-fresh-ninth.ts';
import { freshPlatformScenarios } from './scenarios-fresh-platforms.ts';
import { freshSecondScenarios } from './scenarios-fresh-second.ts';
import { freshServiceScenarios } from './scenarios-fresh-services.ts';
import { freshSeventhScenarios } from './scenarios-fresh-seventh.ts';
import { freshSixthScenarios } from './scenarios-fresh-sixth.ts';
import { freshTenthScenarios } from './scenarios-fresh-tenth.ts';
import { freshThirdScenarios } from './scenarios-fresh-third.ts';
import { freshTrapScenarios } from './scenarios-fresh-traps.ts';
import { hostScenarios, permissionScenarios, serverScenarios } from './scenarios-permission.ts';
import { realServerScenarios } from './scenarios-servers.ts';

/** A failure, and what must be said of it first. */
export interface Scenario extends Case {
  readonly title: string;
  readonly cause: CauseCode;
  /** Further faults of the same call, of which each may as well stand first. */
  readonly also?: readonly CauseCode[];
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
  ...freshPlatformScenarios,
  ...freshServiceScenarios,
  ...freshTrapScenarios,
  ...freshSecondScenarios,
  ...freshThirdScenarios,
  ...freshFourthScenarios,
  ...freshSixthScenarios,
  ...freshSeventhScenarios,
  ...freshEighthScenarios,
  ...freshNinthScenarios,
  ...freshTenthScenarios,
];
