/** What stands in a secret's place: the label in ‹›, without characters that mean something to a shell, JSON, HTML or Markdown. */
export function mark(label: string): string {
  return `‹${label.replace(/[\p{C}\p{Zl}\p{Zp}"'`\\$<>&‹›;|*?!#()]/gu, '_')}›`;
}
