import { invalidRegex } from './error.ts';
import type { RegexFlags, RegexNode } from './node.ts';
import type { RegexReader } from './reader.ts';

const MOST_REPEATS = 100_000;

/** Wraps an atom in the quantifiers that follow it: `*`, `+?`, `?+`, `{2,5}`, several in a row too, as Ruby allows. */
export function readQuantifiers(reader: RegexReader, atom: RegexNode, flags: RegexFlags): RegexNode {
  let node = atom;
  for (let count = 0; ; count++) {
    if (flags.extended) reader.takeMatch(/\s+/y);
    const next = readQuantifier(reader, node);
    if (next === undefined) return node;
    if (count > 20) throw invalidRegex('too many repeat operators in a row');
    node = next;
  }
}

function readQuantifier(reader: RegexReader, body: RegexNode): RegexNode | undefined {
  const sign = reader.takeMatch(/([*+?])([?+]?)/y);
  if (sign !== null) {
    const [, operator, mode] = sign;
    const minimum = operator === '+' ? 1 : 0;
    const maximum = operator === '?' ? 1 : Number.POSITIVE_INFINITY;
    const repeat: RegexNode = { kind: 'repeat', body, minimum, maximum, greedy: mode !== '?' };
    return mode === '+' ? { kind: 'atomic', body: repeat } : repeat;
  }
  const interval = reader.takeMatch(/\{(\d*)(,?)(\d*)\}/y);
  if (interval === null) return undefined;
  const [whole, low = '', comma = '', high = ''] = interval;
  if (low === '' && high === '') {
    // `{}` and `{,}` stand for themselves.
    reader.position -= whole.length;
    return undefined;
  }
  return repeatInterval(reader, body, { low, comma, high });
}

interface Interval {
  readonly low: string;
  readonly comma: string;
  readonly high: string;
}

function repeatInterval(reader: RegexReader, body: RegexNode, { low, comma, high }: Interval): RegexNode {
  const minimum = Number(low);
  const open = high === '' ? Number.POSITIVE_INFINITY : Number(high);
  const maximum = comma === '' ? minimum : open;
  if (minimum > MOST_REPEATS || (maximum > MOST_REPEATS && maximum !== Number.POSITIVE_INFINITY)) {
    throw invalidRegex('too big number range');
  }
  // Ruby reads {5,2} as {2,5} that takes as little as it can.
  if (minimum > maximum) return { kind: 'repeat', body, minimum: maximum, maximum: minimum, greedy: false };
  // `{3}?` is optional in Ruby, not reluctant.
  if (comma === '' && reader.take('?')) {
    const fixed: RegexNode = { kind: 'repeat', body, minimum, maximum, greedy: true };
    return { kind: 'repeat', body: fixed, minimum: 0, maximum: 1, greedy: true };
  }
  return { kind: 'repeat', body, minimum, maximum, greedy: !reader.take('?') };
}
