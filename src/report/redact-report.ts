import type { Difference } from '../model/difference.ts';
import type { Report } from '../model/report.ts';
import { skipCommon } from './skip-common.ts';

/** What the report stage needs of a redactor. */
export interface Redaction {
  readonly redact: (text: string) => string;
  readonly redactSent: (text: string) => string;
}

/** The report with every secret replaced, in every string of it; what was sent is searched for short values too. */
export function redactReport(report: Report, redaction: Redaction): Report {
  const redacted = redactValue(report, redaction, false) as Report;
  return {
    ...redacted,
    differences: report.differences.map((difference) => shortenDifference(redactDifference(difference, redaction))),
  };
}

/** Two values that have the same label once they are redacted still differ: it is said. */
function redactDifference(difference: Difference, redaction: Redaction): Difference {
  const redacted = redactValue(difference, redaction, difference.path.startsWith('sent.')) as Difference;
  const [left, right] = redacted.values;
  if (left === null || left !== right || difference.values[0] === difference.values[1]) return redacted;
  return { ...redacted, values: [left, `${left} (another value)`] };
}

const sentKeys: ReadonlySet<string> = new Set(['sent', 'request', 'command']);

function redactValue(value: unknown, redaction: Redaction, sent: boolean): unknown {
  if (typeof value === 'string') return sent ? redaction.redactSent(value) : redaction.redact(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redaction, sent));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redactValue(inner, redaction, sent || sentKeys.has(key))]),
  );
}

const longestValue = 400;

/** Shortened only once secrets are gone: a secret that is cut at both ends is not found. */
function shortenDifference(difference: Difference): Difference {
  const [left, right] = skipCommon(difference.values, longestValue);
  return { ...difference, values: [shortenValue(left, difference.values[0]), shortenValue(right, difference.values[1])] };
}

function shortenValue(value: string | null, whole: string | null): string | null {
  if (value === null || whole === null || whole.length <= longestValue) return value;
  const [note = ` (${whole.length} characters)`] = / \(\d+ characters\)$/u.exec(whole) ?? [];
  const text = value.endsWith(note) ? value.slice(0, -note.length) : value;
  return text.length <= longestValue ? `${text}${note}` : `${text.slice(0, longestValue).toWellFormed()}…${note}`;
}
