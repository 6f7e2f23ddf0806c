import type { CauseCode } from '../../model/verdict.ts';
import { causes } from '../causes.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Suspected } from '../rules/suspicion.ts';

const CODES = Object.keys(causes).filter((code): code is CauseCode => Object.hasOwn(causes, code));

/** Asks every rule. The suspicions stand in the order of weight, then of the catalogue. */
export function examine(evidence: Evidence): readonly Suspected[] {
  const found = CODES.flatMap((code) => {
    const suspicion = causes[code].rule?.(evidence) ?? null;
    return suspicion === null ? [] : [{ ...suspicion, code }];
  });
  return found.toSorted((left, right) => right.weight - left.weight);
}

/** The place of a cause in the catalogue, from 0. */
export function catalogueOrder(code: CauseCode): number {
  return CODES.indexOf(code);
}
