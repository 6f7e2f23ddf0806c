import { compileSecrets } from './search/compile-secrets.ts';
import { maskForeignTokens } from './search/mask-foreign-tokens.ts';
import { redactCommonValues } from './search/redact-common-values.ts';
import { replaceHits } from './search/replace-hits.ts';
import { searchAround, searchContent } from './search/search-content.ts';
import type { Secret } from './secret.ts';

/** Replaces every spelling of the known secrets by its label. Made once per run; the only way from raw values to anything printed. */
export interface Redactor {
  /**
   * The text with each secret, and each telling part of one, replaced by ‹label›; the same secret has the same label everywhere. Tokens of
   * well-known shapes that nobody told us of are masked too. Redacting again changes nothing, and `find` finds nothing in what it gives.
   */
  readonly redact: (text: string) => string;
  /** As `redact`, for what was sent: there even short and common values are replaced, where they stand as a whole. */
  readonly redactSent: (text: string) => string;
  /** The label of the first secret found in a text or in the bytes of a file, or null: for the scan of what is finished. */
  readonly find: (content: string | Uint8Array) => string | null;
  /** Labels of secrets that are too short or too common to be searched for in answers. */
  readonly unsearchable: readonly string[];
}

/** More than a text can need: each round leaves less of it. */
const mostRounds = 16;
const longestKept = 1000;
const mostKept = 5000;

/** A redactor for these secrets. Empty values are ignored. */
export function createRedactor(secrets: readonly Secret[]): Redactor {
  const compiled = compileSecrets(secrets);
  // What is left around a label may read as a secret of its own, so the search goes on until it finds nothing.
  const redactKnown = (text: string): string => {
    let result = text;
    let hits = searchContent(text, compiled);
    for (let round = 0; hits.length > 0 && round < mostRounds; round += 1) {
      const replaced = replaceHits(result, hits);
      result = replaced.text;
      hits = searchAround(result, replaced.places, compiled);
    }
    return result;
  };
  const redact = remembered((text) => {
    const known = redactKnown(text);
    const masked = maskForeignTokens(known);
    return masked === known ? known : redactKnown(masked);
  });
  return {
    redact,
    redactSent: remembered((text) => redactCommonValues(redact(text), compiled.common)),
    find: (content) => searchContent(content, compiled)[0]?.label ?? null,
    unsearchable: [...new Set(compiled.common.map(({ label }) => label))],
  };
}

/** The names and values of reports come again and again: what was made of short texts is kept. */
function remembered(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > longestKept) return change(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const changed = change(text);
    if (known.size < mostKept) known.set(text, changed);
    return changed;
  };
}

/** Redacts with the first one, which so gives the labels, and then with what only the second one knows. */
export function chainRedactors(first: Redactor, second: Redactor): Redactor {
  return {
    redact: (text) => second.redact(first.redact(text)),
    redactSent: (text) => second.redact(first.redactSent(text)),
    find: (content) => first.find(content) ?? second.find(content),
    unsearchable: first.unsearchable,
  };
}
