import { printFormula } from '../../formula/syntax/print-formula.ts';
import { isArray } from '../../formula/values/is-array.ts';
import { isObject } from '../../formula/values/is-object.ts';
import { typeName } from '../../formula/values/type-name.ts';
import type { Finding } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { Part } from '../conceal/string-outcome.ts';
import type { Written } from '../conceal/written.ts';

/** Collects what resolving shows about the action's own text. */
export class FindingCollector {
  readonly findings: Finding[] = [];
  readonly #isJsonPayload: boolean;
  #isQuiet = false;

  /** `isJsonPayload`: the payload is sent as JSON, where text in place of an object matters. */
  constructor(isJsonPayload: boolean) {
    this.#isJsonPayload = isJsonPayload;
  }

  /** Runs a part whose strings are not sent themselves. */
  quietly<T>(run: () => T): T {
    const outer = this.#isQuiet;
    this.#isQuiet = true;
    try {
      return run();
    } finally {
      this.#isQuiet = outer;
    }
  }

  /** Looks at the pieces of a text with pills. */
  parts(parts: readonly Part[], written: Written): void {
    for (const part of parts) {
      if (part.isWritten) this.#leftover(part.value, written);
      else this.#pill(part, written);
    }
  }

  /** Looks for template brackets in what a formula gave. */
  leftovers(json: Json<ResolvedText>, written: Written): void {
    if (json.kind === 'string' && !(json.value instanceof Uint8Array)) {
      for (const part of json.value) if (typeof part === 'string') this.#leftover(part, written);
    }
  }

  #pill(part: Part, written: Written): void {
    const { value } = part;
    const name = part.expression === undefined ? written.text.trim() : `<<${printFormula(part.expression)}>>`;
    const isEmpty = value === null || value === '';
    if (isEmpty && part.failure === undefined && part.expression !== undefined) {
      this.#add('resolved-to-nothing', `‹${name}› has no value: nothing is sent in its place.`, written);
    }
    if ((isArray(value) || isObject(value)) && this.#isJsonPayload && written.key.startsWith('payload')) {
      const kind = typeName(value).toLowerCase();
      this.#add(
        'stringified',
        `‹${name}› is an ${kind} that is sent as text: in a JSON payload a formula (=…) keeps it.`,
        written,
      );
    }
    if (part.reads.size === 0) this.#leftover(value, written);
  }

  #leftover(value: Value, written: Written): void {
    const bracket = typeof value === 'string' ? /<<|\{\{|\{%|<%/.exec(value)?.[0] : undefined;
    if (bracket !== undefined)
      this.#add('template-left', `‹${bracket}› is sent as it stands: no template is read there.`, written);
  }

  #add(code: Finding['code'], text: string, { json }: Written): void {
    if (this.#isQuiet) return;
    this.findings.push({ code, text, ...(json.source === undefined ? {} : { source: json.source }) });
  }
}
