import { HarnessError } from '../harness-error.ts';
import type { ActionFormat } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import { findActions } from './find-actions.ts';
import { describeText } from './json/describe-text.ts';
import { faultError } from './json/fault-error.ts';
import { type FoundValue, findValues } from './json/find-values.ts';
import { pointerTo } from './json/json-pointer.ts';
import { readWholeText } from './json/parse-json.ts';
import { readValue } from './json/read-value.ts';
import type { Fault } from './json/reading.ts';
import { type FileText, sourceAt } from './json/source-text.ts';
import { textInString } from './json/text-in-string.ts';
import { looksLikeTerraform, readTerraform } from './terraform/read-terraform.ts';

/** The JSON values that a file holds; `format` is set where it holds them in another language. */
export interface Documents {
  readonly values: readonly Json[];
  readonly format?: ActionFormat;
}

/**
 * Reads a file as one JSON value, as JSON in a JSON string, as Terraform, or as text with JSON in it; of several JSON values in a text
 * only those with actions are given, if there are any.
 * @throws HarnessError `not-json`, `too-deep`, `too-large`, `no-action` (the text is of another known kind).
 */
export function readDocuments(file: FileText): Documents {
  const reading = readWholeText(file, '');
  if (reading.kind === 'read') {
    return { values: [unwrapped(reading.value, file)] };
  }
  if (reading.fault.code !== 'not-json') {
    throw faultError(reading.fault, file, '');
  }
  const terraform = looksLikeTerraform(file.text) ? attempt(() => readTerraform(file)) : undefined;
  if (terraform !== undefined && !(terraform instanceof HarnessError)) {
    return { values: [terraform], format: 'terraform' };
  }
  return valuesInText(file, terraform ?? textError(file, reading.fault));
}

function unwrapped(value: Json, file: FileText): Json {
  const inner = value.kind === 'string' ? readWholeText(textInString(value, file), '') : undefined;
  return inner?.kind === 'read' ? inner.value : value;
}

function valuesInText(file: FileText, trouble: HarnessError): Documents {
  const found = findValues(file);
  const holders = found.values.filter(({ value }) => findActions(value, { file }).actions.length > 0);
  if (holders.length > 1) {
    return { values: holders.map((holder, index) => withPointer(holder, pointerTo('', index), file)) };
  }
  if (holders.length === 1) {
    return { values: holders.map(({ value }) => value) };
  }
  if (trouble.code === 'no-action' || (found.values.length === 0 && found.fault === undefined)) {
    throw trouble;
  }
  if (found.fault !== undefined) {
    throw faultError(found.fault, file, '');
  }
  return { values: found.values.map(({ value }) => value) };
}

function withPointer({ value, start }: FoundValue, pointer: string, file: FileText): Json {
  const reading = readValue(file, start, pointer);
  return reading.kind === 'read' ? reading.value : value;
}

function textError(file: FileText, fault: Fault): HarnessError {
  const description = describeText(file.text);
  if (description === undefined) {
    return faultError(fault, file, '');
  }
  return new HarnessError('no-action', `This is ${description.what}, and no Tines action.`, {
    source: sourceAt(file, 0, ''),
    hint: description.hint,
  });
}

function attempt<T>(read: () => T): T | HarnessError {
  try {
    return read();
  } catch (error) {
    if (error instanceof HarnessError) {
      return error;
    }
    throw error;
  }
}
