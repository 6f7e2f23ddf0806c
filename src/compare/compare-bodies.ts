import type { BodyDifference } from './body-difference.ts';
import type { ComparableBody } from './comparable-body.ts';
import { compareLines } from './compare-lines.ts';
import { diffJson } from './diff-json.ts';
import { indexJson } from './index-json.ts';
import { type JsonChange, pointerOf } from './json-change.ts';
import type { JsonIndex } from './json-index.ts';
import { openText } from './open-text.ts';
import { xmlAsJson } from './xml-as-json.ts';

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
  const change = left.kind === 'none' ? 'added' : right.kind === 'none' ? 'removed' : 'changed';
  return [
    { place: '', values: [left.kind === 'none' ? null : describe(left), right.kind === 'none' ? null : describe(right)], change },
  ];
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

/** The differences of two JSON or two XML texts; null where they are not both one of them. */
function compareStructures(left: string, right: string): readonly BodyDifference[] | null {
  const leftIndex = indexStructure(left);
  if (leftIndex === null) return null;
  const rightIndex = indexStructure(right);
  return rightIndex === null ? null : diffJson(leftIndex, rightIndex).flatMap((change) => open(toDifference(change)));
}

function indexStructure(text: string): JsonIndex | null {
  const first = /\S/u.exec(text)?.[0];
  if (first === undefined) return null;
  if (first !== '<') return indexJson(text);
  const json = xmlAsJson(text);
  return json === null ? null : indexJson(json);
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

/** A changed string that holds JSON, a JWT or base64 of JSON on both sides is compared inside. */
function open(difference: BodyDifference): readonly BodyDifference[] {
  const [left, right] = difference.values;
  if (difference.change !== 'changed' || left === null || right === null) return [difference];
  const leftInside = openText(left);
  const rightInside = leftInside === null ? null : openText(right);
  if (leftInside === null || rightInside === null || leftInside.form !== rightInside.form) return [difference];
  const inside = compareStructures(leftInside.json, rightInside.json);
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
