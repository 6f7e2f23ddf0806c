/** A way in which curl, Newman and Tines do not do the same by themselves. */
export interface Divergence {
  readonly code: string;
  readonly what: string;
  readonly curl: string;
  readonly newman: string;
  readonly tines: string;
  /** `neutralised`: the artifacts make the clients do what Tines does; `reported`: they cannot, and the report says so. */
  readonly handled: 'neutralised' | 'reported';
  /** The option or setting that neutralises it, or where it is reported. */
  readonly how: string;
  /** What it does to the verdict. */
  readonly effect: string;
}
