import type { BodyDifference } from './body-difference.ts';
import type { ComparableBody } from './comparable-body.ts';
import { compareLines } from './compare-lines.ts';
import { diffJson } from './json/diff-json.ts';
import { indexJson } from './json/index-json.ts';
import { type JsonChange, pointerOf } from './json/json-change.ts';
import type { JsonIndex } from './json/json-index.ts';
import { openText } from './json/open-text.ts';
import { xmlAsJson } from './xml/xml-as-json.ts';
import { xmlAsRecord } from './xml/xml-as-record.ts';

/** Every place where two bodies differ: JSON and XML by structure, other text by line, the rest as a whole. */
export function compareBodies(left: ComparableBody, right: ComparableBody): readonly BodyDifference[] {
  if (left.kind === 'none' && right.kind === 'none') return [];
  if (canOpen(left, right) && !haveSameHash(left, right)) {
    const [mine, other] = [textOf(left), textOf(right)];
    if (mine !== null && other !== null) return mine === other ? [] : compareTexts(mine, other);
  }
  if (left.kind === 'text' && right.kind === 'text') return left.text === right.text ? [] : compareTexts(left.text, right.text);
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    // A record without a hash has at least a size.
    const same = left.sha256 !== '' && right.sha256 !== '' ? haveSameHash(left, right) : left.size === right.size;
    return same ? [] : [{ place: '', values: [describe(left), describe(right)], change: 'changed' }];
  }
  if (isSameFile(left, right) || isSameFile(right, left)) return [];
  const change = left.kind === 'none' ? 'added' : right.kind === 'none' ? 'removed' : 'changed';
  return [
    { place: '', values: [left.kind === 'none' ? null : describe(left), right.kind === 'none' ? null : describe(right)], change },
  ];
}

/** A record of a file, and the text that was received: the same bytes. */
function isSameFile(record: ComparableBody, text: ComparableBody): boolean {
  if (record.kind !== 'bytes' || text.kind !== 'text' || text.of === undefined) return false;
  return record.sha256 === '' ? record.size === text.of.size : record.sha256 === text.of.sha256;
}

/** One of them has more than its head to show, and the other one is text or has that, too. */
function canOpen(left: ComparableBody, right: ComparableBody): boolean {
  const [mine, other] = [left, right].map((body) => body.kind === 'bytes' && body.open !== undefined);
  return (mine === true && (other === true || right.kind === 'text')) || (other === true && left.kind === 'text');
}

function haveSameHash(left: ComparableBody, right: ComparableBody): boolean {
  return left.kind === 'bytes' && right.kind === 'bytes' && left.sha256 !== '' && left.sha256 === right.sha256;
}

function textOf(body: ComparableBody): string | null {
  if (body.kind === 'text') return body.text;
  return body.kind === 'bytes' ? (body.open?.() ?? null) : null;
}

function compareTexts(left: string, right: string): readonly BodyDifference[] {
  const structured = compareStructures(left, right);
  if (structured !== null) return structured;
  return compareLines(left, right).map(({ line, left: mine, right: other }) => ({
    place: `line ${line}`,
    values: [mine, other] as const,
    change: mine === null ? 'added' : other === null ? 'removed' : 'changed',
  }));
}

/** The differences of two JSON or two XML texts, or of a record of XML and the XML; null for anything else. */
function compareStructures(left: string, right: string): readonly BodyDifference[] | null {
  const [isLeftXml, isRightXml] = [left, right].map((text) => /^\uFEFF?\s*</u.test(text));
  if (isRightXml === true && isLeftXml === false) {
    const record = isObject(left) ? xmlAsRecord(right, JSON.parse(left)) : null;
    return record === null ? null : compareIndexed(indexJson(left), indexJson(record));
  }
  if (isLeftXml !== isRightXml) return null;
  if (isLeftXml === false) return compareIndexed(indexJson(left), () => indexJson(right));
  const [mine, other] = [xmlAsJson(left), xmlAsJson(right)];
  return mine === null || other === null ? null : compareIndexed(indexJson(mine), indexJson(other));
}

function compareIndexed(
  left: JsonIndex | null,
  right: JsonIndex | null | (() => JsonIndex | null),
): readonly BodyDifference[] | null {
  const other = left === null ? null : typeof right === 'function' ? right() : right;
  return left === null || other === null ? null : diffJson(left, other).flatMap((change) => open(toDifference(change)));
}

function isObject(text: string): boolean {
  return /^\s*\{/u.test(text) && indexJson(text) !== null;
}

function toDifference(change: JsonChange): BodyDifference {
  const place = pointerOf(change.path);
  switch (change.change) {
    case 'changed':
      return { place, change: 'changed', values: [change.left, change.right] };
    case 'added':
      return { place, change: 'added', values: [null, change.right] };
    case 'removed':
      return { place, change: 'removed', values: [change.left, null] };
    case 'reordered':
      return { place, change: 'reordered', values: [`${change.order.length} items`, 'the same in another order'] };
    default:
      return change satisfies never;
  }
}

/** A changed string that holds JSON, XML, a JWT or base64 of them on both sides is compared inside. */
function open(difference: BodyDifference): readonly BodyDifference[] {
  const [left, right] = difference.values;
  if (difference.change !== 'changed' || left === null || right === null) return [difference];
  const leftInside = openText(left);
  const rightInside = leftInside === null ? null : openText(right);
  if (leftInside === null || rightInside === null || leftInside.form !== rightInside.form) return [difference];
  if (leftInside.before !== rightInside.before) return [difference];
  const inside = compareStructures(leftInside.text, rightInside.text);
  if (inside === null || inside.length === 0) return [difference];
  return inside.map((inner) => ({ ...inner, place: `${difference.place} (${leftInside.form})${inner.place}` }));
}

function describe(body: ComparableBody): string {
  switch (body.kind) {
    case 'none':
      return 'empty';
    case 'text':
      return body.text;
    case 'bytes':
      return `${body.size} bytes${body.mediaType === '' ? '' : ` of ${body.mediaType}`}${body.sha256 === '' ? '' : `, sha256 ${body.sha256}`}`;
    default:
      return body satisfies never;
  }
}
