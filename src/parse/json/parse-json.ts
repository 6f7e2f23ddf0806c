import type { Json } from '../../model/json.ts';
import { faultError } from './fault-error.ts';
import { readValue, skipBlanks } from './read-value.ts';
import type { Reading } from './reading.ts';
import { fileText, type SourceText } from './source-text.ts';
import { syntaxFault } from './syntax-fault.ts';

/**
 * The JSON value (RFC 8259) that is the whole text, each value and key with its place; a byte order mark before it is skipped.
 * @throws HarnessError `not-json`, `too-deep` or `too-large`, with the place of the first fault.
 */
export function parseJson(text: string, file: string): Json {
  const source = fileText(text, file);
  const reading = readWholeText(source, '');
  if (reading.kind === 'fault') {
    throw faultError(reading.fault, source, '');
  }
  return reading.value;
}

/** Reads a text that has to be one JSON value from its first to its last character. */
export function readWholeText(text: SourceText, pointer: string): Reading {
  const start = text.text.startsWith('\ufeff') ? 1 : 0;
  const reading = readValue(text, start, pointer);
  if (reading.kind === 'fault') {
    return reading;
  }
  const rest = skipBlanks(text.text, reading.end);
  return rest < text.text.length ? { kind: 'fault', fault: syntaxFault(text.text, rest, 'end') } : reading;
}
