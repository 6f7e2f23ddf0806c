import { generalHint } from '../evaluate/general-hint.ts';

/**
 * A formula that cannot be parsed or evaluated, in Tines' words where they are known. The message never contains a credential.
 * `offset` and `length` are UTF-16 units in the formula's text; absent until the evaluator knows the place.
 */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  offset: number | undefined;
  length: number | undefined;
  /** `unsupported`: the language has it and this program does not; `limit`: a bound on depth, size, work or time was reached. */
  readonly kind: 'syntax' | 'evaluation' | 'undefined-function' | 'unsupported' | 'limit';
  /** What to do next; quotes nothing of the data. */
  hint: string;

  constructor(
    kind: FormulaError['kind'],
    message: string,
    details: { readonly offset?: number; readonly length?: number; readonly hint?: string } = {},
  ) {
    super(message);
    this.kind = kind;
    this.offset = details.offset;
    this.length = details.length;
    this.hint = details.hint ?? generalHint(kind, message);
  }
}
