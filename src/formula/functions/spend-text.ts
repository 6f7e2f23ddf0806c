import type { FunctionContext } from '../evaluate/function-entry.ts';

/** Counts the text made against the evaluation's bound, and gives it. */
export function spendText(text: string, { spend }: Pick<FunctionContext, 'spend'>): string {
  spend(text.length);
  return text;
}
