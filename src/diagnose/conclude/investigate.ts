import type { Evidence } from '../evidence/evidence.ts';
import { combineChanges } from './combine-changes.ts';
import { investigateSingly, isOver } from './investigate-singly.ts';
import type { Laboratory } from './laboratory.ts';

/**
 * Finds out more about a failing answer: one change at a time, then two at once. Ends as soon as a change works, where the server's own words settle it, or
 * where the server answers the same request differently.
 */
export async function investigate(start: Evidence, laboratory: Laboratory): Promise<Evidence> {
  const evidence = await investigateSingly(start, laboratory);
  return isOver(evidence) ? evidence : combineChanges(evidence, laboratory);
}
