import type { RequestSpec } from '../../model/request-spec.ts';
import type { SecretValues } from '../../model/text.ts';
import { textValue } from '../text-value.ts';
import { checkHeaderValue } from './check-header-value.ts';
import { checkRequest } from './check-request.ts';
import { checkUrl } from './check-url.ts';

/** Refuses, with a HarnessError, a request that HTTP cannot carry once its values are put in (a line break in a header field, a space in the URL). Nothing may be sent before. */
export function checkValues(request: RequestSpec, values: SecretValues): void {
  checkRequest(request);
  checkUrl(request.url, values);
  for (const [name, value] of request.headers) checkHeaderValue(name, textValue(value, values));
}
