import type { Value } from '../../../model/value.ts';
import { isLambda } from '../../values/is-lambda.ts';
import { truthy } from '../../values/truthy.ts';
import { equalityOf } from './identity.ts';

/** A test of elements: whether a lambda is true for them, or whether they equal a value. */
export function matcher(comparison: Value): (item: Value) => boolean {
  if (isLambda(comparison)) return (item) => truthy(comparison.call(item));
  const wanted = equalityOf(comparison);
  return (item) => equalityOf(item) === wanted;
}
