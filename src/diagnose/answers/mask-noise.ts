/** What differs from one answer to the next without meaning anything, the longest shapes first. */
const NOISE: readonly (readonly [RegExp, string, needs?: readonly RegExp[]])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '‹uuid›'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?/g, '‹time›'],
  [/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? \d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d(?: [A-Z+\-0-9]+)?/g, '‹time›'],
  // A token that the server shows only in part.
  [/(?<![^\s"'<>(){}:,])[^\s"'<>(){}:,]*\*{2,}[^\s"'<>(){}:,]*/g, '‹part›'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/gi, '‹id›'],
  [/\b[\w+/-]{20,}={0,2}/g, '‹id›', [/\d/, /[A-Za-z]/]],
  [/(?<![\w.])\d+\.\d+(?![\w.])/g, '‹number›'],
  [/(?<![A-Za-z_\d])\d{5,}(?![A-Za-z_\d])/g, '‹number›'],
];

// The numbers of errors tell answers apart; other short numbers are counters and durations.
const MEANING = /(?:code|status|errno|errornumber|error|type|aadsts)["']?\s*[:=]?\s*["']?$/i;

/** A body or header with what is only noise (ids, times, counters) and the given secrets masked. Numbers after `code`, `status` and the like are kept. */
export function maskNoise(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets) if (secret.length >= 4) result = result.replaceAll(secret, '‹credential›');
  for (const [pattern, mask, needs = []] of NOISE)
    result = result.replace(pattern, (match) => (needs.every((need) => need.test(match)) ? mask : match));
  return result.replace(/(?<![A-Za-z_\d])\d{1,4}(?![A-Za-z_\d])/g, (number, offset: number, whole: string) =>
    MEANING.test(whole.slice(Math.max(0, offset - 24), offset)) ? number : '‹number›',
  );
}
