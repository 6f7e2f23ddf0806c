import type { Loss, RequestSpec } from '../../model/request-spec.ts';
import { unavoidable } from './unavoidable.ts';

/** The losses of a request that Newman cannot be made to send as it is. */
export function unavoidableLosses(request: RequestSpec): readonly Loss[] {
  return unavoidable
    .filter(({ applies }) => applies(request))
    .map(({ code, reason }) => ({ artifact: 'postman', feature: code, text: reason }));
}
