import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { bytesArgument } from '../encoding/bytes.ts';
import { flagArgument } from '../flag-argument.ts';
import { readEmailHeader } from './header.ts';
import { emailObject } from './object.ts';
import { readOutlookMessage } from './outlook/outlook.ts';
import { emailParts } from './part.ts';

const category = 'Data Parsing/Conversion';

/** Messages of electronic mail. */
export const emailFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'EML_PARSE',
      category,
      parameters: 'text, single_body:',
      summary: 'A message (RFC 5322 and MIME) as an object: addresses, subject, date, headers, body and attachments.',
      source: `${documentationPage('EML_PARSE')}; inferred: a header field that repeats is an array`,
    },
    ([text, singleBody], context) => {
      const bytes = bytesArgument('EML_PARSE', text);
      context.spend(bytes.length);
      const message = Buffer.from(bytes).toString('latin1').trimStart();
      const { fields } = readEmailHeader(message);
      return emailObject({ fields, parts: emailParts(message), isSingleBody: flagArgument(singleBody, true) }, context);
    },
  ),
  define(
    {
      name: 'MSG_PARSE',
      category,
      parameters: 'file, extract_multiline_headers:, single_body:',
      summary: 'An Outlook message (.msg) as an object like that of EML_PARSE.',
      source: `${documentationPage('MSG_PARSE')}; inferred: the header is made as by the library ruby-msg`,
    },
    ([file, isMultiline, singleBody], context) => {
      const bytes = bytesArgument('MSG_PARSE', file);
      context.spend(bytes.length);
      const message = readOutlookMessage(bytes, flagArgument(isMultiline, false));
      return emailObject({ ...message, isSingleBody: flagArgument(singleBody, true) }, context);
    },
  ),
];
