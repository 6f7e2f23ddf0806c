import type { RegressResult, RegressState } from '../regress-result.ts';

/** What `regress --json` prints. */
export interface RegressDocument {
  readonly schema: 1;
  readonly tool: { readonly name: 'tines-compare'; readonly version: string };
  readonly counts: Readonly<Record<RegressState | 'flaky', number>>;
  readonly milliseconds: number;
  readonly shard?: string;
  readonly results: readonly RegressResult[];
}
