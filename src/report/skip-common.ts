/** Two values of a difference without most of what both begin with, where `width` characters would not reach the place at which they differ. */
export function skipCommon(
  [left, right]: readonly [string | null, string | null],
  width: number,
): readonly [string | null, string | null] {
  if (left === null || right === null) return [left, right];
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  if (at <= (width * 2) / 3 || Math.max(left.length, right.length) <= width) return [left, right];
  const from = at - Math.floor(width / 3);
  const start = /[\udc00-\udfff]/u.test(left.charAt(from)) ? from - 1 : from;
  return [`…${left.slice(start)}`, `…${right.slice(start)}`];
}
