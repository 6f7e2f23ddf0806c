import { createHash } from 'node:crypto';
import { HarnessError } from '../harness-error.ts';

/** One part of a set that several machines share: number `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/5`. */
export function parseShard(text: string): Shard {
  const [, index = '', count = ''] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/u.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index === '' || shard.index < 1 || shard.index > shard.count) {
    throw new HarnessError('usage', `‹${text}› is no shard`, {
      hint: 'write --shard 2/5 for the second of five; an index that counts from 0 has to be raised by one',
    });
  }
  return shard;
}

/** True where the key falls into the shard: by its hash alone, so that every machine decides alike whatever else there is. */
export function inShard(key: string, { index, count }: Shard): boolean {
  return Number(BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 15)}`) % BigInt(count)) === index - 1;
}
