import { readFile } from 'node:fs/promises';
import type { Body, RunOutcome } from '../../model/outcome.ts';
import type { TextRun } from '../../regress/expect-runs.ts';

/** A run with the text of its last body; a long body is read from its file, since its head alone is no JSON. */
export async function runText(outcome: RunOutcome): Promise<TextRun> {
  const body = outcome.status === 'completed' ? outcome.hops.at(-1)?.received.body : undefined;
  return { outcome, text: body === undefined ? '' : await bodyText(body) };
}

async function bodyText({ bytes, file }: Body): Promise<string> {
  return file === undefined ? Buffer.from(bytes).toString('utf8') : readFile(file, 'utf8');
}
