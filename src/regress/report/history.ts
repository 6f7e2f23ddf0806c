import type { RegressResult, RegressState } from '../regress-result.ts';

/** One run in the history: one line of JSON. What is not named was the same, or is not of this selection. */
export interface HistoryRun {
  readonly schema: 1;
  /** ISO 8601. */
  readonly at: string;
  /** What was run, as the options say it: only runs of one selection are laid side by side. */
  readonly selection: string;
  readonly total: number;
  readonly states: Readonly<Record<string, RegressState>>;
  readonly flaky: readonly string[];
}

/** The line for a run, with its line break. */
export function historyLine(
  results: readonly RegressResult[],
  { at, selection }: { readonly at: Date; readonly selection: string },
): string {
  const states = Object.fromEntries(results.filter(({ state }) => state !== 'same').map(({ key, state }) => [key, state]));
  const flaky = results.filter((result) => result.flaky !== undefined).map(({ key }) => key);
  const run: HistoryRun = { schema: 1, at: at.toISOString(), selection, total: results.length, states, flaky };
  return `${JSON.stringify(run)}\n`;
}

/** Reads a history; a line that a killed run left half written is passed over. */
export function readHistory(text: string): readonly HistoryRun[] {
  return text.split('\n').flatMap((line) => {
    try {
      const run: unknown = line === '' ? null : JSON.parse(line);
      return isRun(run) ? [run] : [];
    } catch {
      return [];
    }
  });
}

function isRun(value: unknown): value is HistoryRun {
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== 1) return false;
  return (
    'at' in value &&
    typeof value.at === 'string' &&
    'selection' in value &&
    typeof value.selection === 'string' &&
    'states' in value &&
    typeof value.states === 'object' &&
    value.states !== null
  );
}

/** The results with what the earlier runs of the selection tell: since when an action is not as recorded, and how often it flipped. */
export function withHistory(
  results: readonly RegressResult[],
  runs: readonly HistoryRun[],
  { at, selection }: { readonly at: Date; readonly selection: string },
): readonly RegressResult[] {
  const earlier = runs.filter((run) => run.selection === selection);
  if (earlier.length === 0) return results;
  return results.map((result) => {
    const bad = [...earlier.map(({ states }) => isBad(states[result.key])), isBad(result.state)];
    const flips = bad.filter((state, index) => index > 0 && state !== bad[index - 1]).length;
    if (bad.at(-1) !== true) return flips === 0 ? result : { ...result, flips };
    const start = bad.lastIndexOf(false) + 1;
    return { ...result, since: earlier[start]?.at ?? at.toISOString(), flips };
  });
}

function isBad(state: RegressState | undefined): boolean {
  return state === 'broken' || state === 'changed-cause' || state === 'drifted';
}
