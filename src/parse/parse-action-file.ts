import type { ActionFile } from '../model/action.ts';
import { findActions } from './find-actions.ts';
import { fileText } from './json/source-text.ts';
import { noActionError } from './no-action-error.ts';
import { readDocuments } from './read-documents.ts';

/**
 * Every HTTP Request action in a text that a Tines user can have in hand: bare options, copied actions, a story export, answers of the
 * REST API, a request to create a template, Terraform, and any of these as JSON in other text. Where several JSON values in other
 * text hold actions, pointers begin with the value's index among them. Options are not checked here: `pickAction` and `checkAction` do.
 * @throws HarnessError `not-json`, `too-deep`, `too-large`, `no-action`, `wrong-type` (options that are no object), each with its place.
 */
export function parseActionFile(text: string, file: string): ActionFile {
  const source = fileText(text, file);
  const documents = readDocuments(source);
  const surroundings = { file: source, ...(documents.format && { format: documents.format }) };
  const found = documents.values.map((value) => findActions(value, surroundings));
  const actions = found.flatMap((part) => part.actions);
  const others = found.flatMap((part) => part.others);
  const [first] = actions;
  if (first === undefined) {
    throw noActionError(documents, others, source);
  }
  return { format: first.format, actions, others };
}
