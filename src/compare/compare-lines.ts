import { diffLines } from 'diff';
import { commonLength } from './common-length.ts';

/** A run of lines in which two texts differ; lines are counted from 1. */
export interface LineDifference {
  readonly line: number;
  readonly left: string | null;
  readonly right: string | null;
}

const longestCompared = 2 * 1024 * 1024;
const mostEdits = 400;

/**
 * Compares two texts by line, line endings aside. Where they are too long or too different for an edit script, the part between the common
 * head and the common tail is one difference.
 */
export function compareLines(left: string, right: string): readonly LineDifference[] {
  const leftText = left.replaceAll('\r\n', '\n');
  const rightText = right.replaceAll('\r\n', '\n');
  if (leftText === rightText) return [];
  const head = commonHead(leftText, rightText);
  const tail = commonTail(leftText, rightText, head);
  const leftPart = leftText.slice(head, leftText.length - tail);
  const rightPart = rightText.slice(head, rightText.length - tail);
  const firstLine = countLines(leftText, head);
  const changes =
    leftPart.length + rightPart.length > longestCompared
      ? undefined
      : diffLines(leftPart, rightPart, { maxEditLength: mostEdits });
  return changes === undefined ? [{ line: firstLine, left: leftPart, right: rightPart }] : collect(changes, firstLine);
}

interface LineChange {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

function collect(changes: readonly LineChange[], firstLine: number): readonly LineDifference[] {
  const differences: LineDifference[] = [];
  let line = firstLine;
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    if (change === undefined) break;
    if (change.removed) {
      const following = changes[at + 1];
      const right = following?.added === true ? following.value : null;
      if (right !== null) at += 1;
      differences.push({ line, left: change.value, right });
      line += change.count;
    } else if (change.added) differences.push({ line, left: null, right: change.value });
    else line += change.count;
  }
  return differences;
}

/** Length of the common head, cut back to the beginning of a line. */
function commonHead(left: string, right: string): number {
  const at = commonLength(left, right);
  return at === 0 ? 0 : left.lastIndexOf('\n', at - 1) + 1;
}

/** Length of the common tail that does not reach into the head, cut back to the end of a line. */
function commonTail(left: string, right: string, head: number): number {
  const most = Math.min(left.length, right.length) - head;
  let length = 0;
  while (length < most && left.charCodeAt(left.length - 1 - length) === right.charCodeAt(right.length - 1 - length)) length += 1;
  return wholeLines(left, length);
}

function wholeLines(text: string, length: number): number {
  const start = text.length - length;
  const lineEnd = text.indexOf('\n', start);
  return lineEnd === -1 ? 0 : text.length - lineEnd - 1;
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
