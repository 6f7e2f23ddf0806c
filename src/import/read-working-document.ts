import { memberOf } from '../formats/json/member-of.ts';
import { readHar } from './har-request.ts';
import type { PlainRequest } from './plain-request.ts';
import { readPostman } from './postman/request.ts';
import type { WorkingContext } from './working-context.ts';
import { workingError } from './working-error.ts';

/** The request of a Postman collection or a HAR that the name says. Throws HarnessError `collection` for another document. */
export function readWorkingDocument(text: string, context: WorkingContext): PlainRequest {
  const given = context.parseJson(text, context.file);
  // Postman's API wraps a collection.
  const document = memberOf(given, 'collection') ?? given;
  if (memberOf(document, 'item') !== undefined) return readPostman(document, context);
  const entries = memberOf(memberOf(document, 'log'), 'entries');
  if (entries?.kind === 'array') return readHar(entries.items, context);
  throw workingError('collection', 'the file of the request that works is JSON, and neither a Postman collection nor a HAR', {
    hint: 'export the collection from Postman in version 2.1, or give the request as a cURL command',
  });
}
