const NAME = '["\'`‹]?((?:Origin|Referer|Accept|SOAPAction)\\b|[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)["\'`›]?';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:missing|required|requires?|expected|expects?|needs?|without|no)\\b[^.]{0,40}\\bheaders?\\b[^.A-Za-z]{0,4}${NAME}`,
    'gi',
  ),
  new RegExp(
    `\\bheaders?\\b[^.A-Za-z]{0,4}${NAME}[^.]{0,30}\\b(?:missing|required|mandatory|must|should be|not (?:set|present|provided|found|specified)|absent|undefined)\\b`,
    'gi',
  ),
  new RegExp(
    `${NAME}:?[\\s"'\`]+(?:request |http )?headers?\\b[^.]{0,30}\\b(?:missing|required|mandatory|must|should be|not (?:set|present|provided|found|specified)|absent|undefined)\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:missing|required|requires?|provide|specify|set|include|send)\\b[^.]{0,20}?${NAME}[\\s"'\`]+(?:request |http )?header\\b`,
    'gi',
  ),
];

/** What servers say where a header is missing whose name they do not give: Loki, Mimir and Tempo (their HTTP API, multi-tenancy). */
const UNNAMED: readonly (readonly [RegExp, string])[] = [[/^no org id\b/i, 'X-Scope-OrgID']];

/** The header fields that a server says are missing; names with a hyphen, as words of a sentence have none, and a few that are known. */
export function missingHeaders(messages: readonly string[]): readonly string[] {
  const found = messages
    .filter((message) => message.length <= 400)
    .flatMap((message) => [
      ...PATTERNS.flatMap((pattern) => [...message.matchAll(pattern)].map((match) => match[1] ?? '')),
      ...UNNAMED.flatMap(([pattern, name]) => (pattern.test(message.trim()) ? [name] : [])),
    ]);
  const seen = new Set<string>();
  return found.filter((name) => (seen.has(name.toLowerCase()) ? false : seen.add(name.toLowerCase()) !== undefined));
}
