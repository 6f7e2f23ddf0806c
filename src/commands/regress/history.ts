import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import type { RegressResult } from '../../regress/regress-result.ts';
import { historyLine, readHistory, withHistory } from '../../regress/report/history.ts';

/** Adds this run to the history file and gives the results with what the earlier runs tell. */
export async function keepHistory(
  results: readonly RegressResult[],
  file: string,
  { selection, surroundings }: { readonly selection: string; readonly surroundings: Surroundings },
): Promise<readonly RegressResult[]> {
  const place = path.resolve(surroundings.workingDirectory, file);
  const at = surroundings.now();
  try {
    const text = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // A run that was killed may have left half a line: the next one begins on a line of its own.
    const separator = text === '' || text.endsWith('\n') ? '' : '\n';
    await appendFile(place, `${separator}${historyLine(results, { at, selection })}`, { mode: 0o600 });
    return withHistory(results, readHistory(text), { at, selection });
  } catch (error) {
    throw new HarnessError(
      'unwritable-file',
      `the history ‹${file}› cannot be kept: ${error instanceof Error && 'code' in error ? error.code : 'unknown reason'}`,
      { hint: 'check that its directory exists and may be written to' },
    );
  }
}
