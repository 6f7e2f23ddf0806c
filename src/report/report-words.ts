import type { Lane } from '../model/outcome.ts';
import type { ChecklistItemCode, VerdictCode } from '../model/verdict.ts';

/** How reports call the lanes, the verdicts' moods and the items of the checklist. */
export const reportWords = {
  lanes: { tines: 'Tines', curl: 'cURL', postman: 'Postman' } satisfies Readonly<Record<Lane, string>>,
  moods: {
    works: 'good',
    'works-outside': 'good',
    'tines-only': 'bad',
    'not-tines': 'bad',
    'outside-only': 'bad',
    'fails-differently': 'bad',
    'client-dependent': 'open',
    unstable: 'open',
    undecided: 'open',
  } satisfies Readonly<Record<VerdictCode, 'good' | 'bad' | 'open'>>,
  signs: { good: '✓', bad: '✗', open: '?' },
  states: { ok: '✓', problem: '✗', unknown: '?' },
  checklist: {
    'permissions-and-expiry': 'Permissions and expiry',
    format: 'Format of the credential',
    method: 'Method',
    'outside-tines': 'Works outside of Tines',
  } satisfies Readonly<Record<ChecklistItemCode, string>>,
} as const;
