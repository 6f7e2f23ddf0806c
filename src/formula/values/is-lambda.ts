import type { Lambda, Value } from '../../model/value.ts';

/** Whether a value is a LAMBDA. */
export function isLambda(value: Value | undefined): value is Lambda {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'lambda';
}
