import type { PlainRequest } from '../plain-request.ts';
import { findCurlCommand } from '../shell/find-curl-command.ts';
import type { WorkingContext } from '../working-context.ts';
import { readCurlArguments } from './arguments.ts';
import { firstOfGlob } from './glob.ts';
import { curlRequest } from './request.ts';

/** The request that the first curl command of a text sends; nothing is run. Throws a HarnessError, with its place, for what cannot be read. */
export function readCurl(text: string, context: WorkingContext): PlainRequest {
  const { words, input, notes } = findCurlCommand(text, context);
  const options = readCurlArguments(words, { file: context.file, text });
  const request = curlRequest(options, { input, readBytes: context.readBytes });
  const url = options.find(({ name }) => name === 'url')?.value ?? '';
  const isPattern = !options.some(({ name }) => name === 'globoff') && firstOfGlob(url).isPattern;
  const pattern = isPattern ? ['the address of the request that works is a pattern; the first of its addresses is used'] : [];
  return { ...request, notes: [...notes, ...request.notes, ...pattern] };
}
