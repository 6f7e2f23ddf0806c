import { HarnessError } from '../harness-error.ts';
import { describeJson, isKnownShape } from './json/describe-json.ts';
import { type FileText, sourceAt } from './json/source-text.ts';
import { printable } from './printable.ts';
import type { Documents } from './read-documents.ts';

/** The error for a file without an HTTP Request action: it says which other actions, or what else, the file holds. */
export function noActionError(documents: Documents, others: readonly string[], file: FileText): HarnessError {
  const value = documents.values.find(isKnownShape) ?? documents.values[0];
  const source = value?.source ?? sourceAt(file, 0, '');
  if (others.length > 0) {
    return new HarnessError('no-action', `There is no HTTP Request action here, only ${listOf(others)}.`, {
      source,
      hint: 'Copy the HTTP Request action on the storyboard, or export the story that has it.',
    });
  }
  if (documents.format === 'terraform') {
    const named = /\bfile\s*\(\s*"([^"\n]+)"\s*\)/.exec(file.text)?.[1];
    return new HarnessError('no-action', 'There is no HTTP Request action in this Terraform text.', {
      source,
      hint:
        named === undefined
          ? 'Give the file with the action’s options, or the story’s export.'
          : `Give the file ‹${printable(named)}›, which it names.`,
    });
  }
  const description = value && describeJson(value);
  return new HarnessError('no-action', `This is ${description?.what ?? 'an empty file'}, and no Tines action.`, {
    source,
    ...(description && { hint: description.hint }),
  });
}

function listOf(others: readonly string[]): string {
  const shown = others.slice(0, 5).map((name) => `‹${printable(name)}›`);
  const kinds = others.length === 1 ? 'an action of another type' : `${others.length} actions of other types`;
  return `${kinds}: ${shown.join(', ')}${others.length > shown.length ? ', …' : ''}`;
}
