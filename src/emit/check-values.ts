import type { RequestSpec } from '../model/request-spec.ts';
import type { SecretValues, Text } from '../model/text.ts';
import { checkRequest } from './check-request.ts';
import { textValue } from './text-value.ts';

/** Refuses, with a HarnessError, values that HTTP cannot carry where they stand (a line break in a header field, a space in the URL). Call it before anything is sent. */
export function checkValues(request: RequestSpec, values: SecretValues): void {
  const fill = (text: Text): Text => [textValue(text, values)];
  checkRequest({
    ...request,
    url: fill(request.url),
    headers: request.headers.map(([name, value]) => [name, fill(value)]),
  });
}
