import type { HeaderField } from '../model/request-spec.ts';
import type { Expectation } from './recording/expectation.ts';
import { shapeMisfits } from './shape/shape-misfits.ts';

/** An answer as the assertions see it. */
export interface CheckedAnswer {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  /** The whole body, decoded from its content coding, as UTF-8. */
  readonly text: string;
}

const mostMisfits = 5;

/** What of the answer is not as expected, as sentences; the same answer passes here and in the recorded script. */
export function checkAnswer(
  expected: Extract<Expectation, { answer: true }>,
  { status, headers, text }: CheckedAnswer,
): readonly string[] {
  const problems: string[] = [];
  if (!expected.status.includes(status)) problems.push(`the status is ${status}, not ${expected.status.join(' or ')}`);
  const type = mediaType(headers);
  if (expected.type !== undefined && expected.type !== type) {
    problems.push(`the content type is ${type ?? 'not given'}, not ${expected.type ?? 'absent'}`);
  }
  return [...problems, ...checkBody(expected.body, text.replace(/^\ufeff/u, ''))];
}

function checkBody(expected: Extract<Expectation, { answer: true }>['body'], text: string): readonly string[] {
  if (expected === 'none') return text === '' ? [] : ['the body is not empty'];
  if (text === '') return ['the body is empty'];
  if (expected === 'text') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['the body is not JSON'];
  }
  return shapeMisfits(expected.json, value).slice(0, mostMisfits);
}

/** The media type of the last Content-Type field, in lower case and without parameters; null where there is none. */
export function mediaType(headers: readonly HeaderField[]): string | null {
  const value = headers.findLast(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return value?.split(';')[0]?.trim().toLowerCase() ?? null;
}
