import { type RegressState, regressStates } from '../regress-result.ts';

/** The state of an action whose clients are in these states: the worst of them; `not-run` where there is none. */
export function worstState(states: readonly RegressState[]): RegressState {
  return regressStates.find((state) => states.includes(state)) ?? 'not-run';
}
