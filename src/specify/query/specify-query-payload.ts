import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { isNothing } from '../body/is-nothing.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import type { Parameter } from './parameter.ts';
import type { ParameterStyle } from './parameter-encoder.ts';
import { payloadParameters } from './payload-parameters.ts';

/** What the payload of a request without a body adds to the query; every content type is treated alike. */
export function specifyQueryPayload(options: OptionReader, style: ParameterStyle, notes: Notes): readonly Parameter[] {
  const payload: Json<ResolvedText> | undefined = options.value('payload');
  if (payload === undefined || isNothing(payload)) return [];
  const source = options.place('payload');
  if (payload.kind === 'array') {
    notes.assume(
      'array-as-query',
      'The payload of this request goes into the query, and its items are taken to be sent as names without values.',
      source,
    );
  } else if (payload.kind !== 'object') {
    notes.assume(
      'text-as-query',
      'The payload of this request is text, which is taken to be a query that is already encoded.',
      source,
    );
  }
  return payloadParameters(payload, style);
}
