import type { Emitter } from 'liquidjs';
import { concatenateText } from '../../formula/evaluate/concatenate-text.ts';
import { isArray } from '../../formula/values/is-array.ts';
import type { Value } from '../../model/value.ts';
import { settleValue } from '../conceal/settle-value.ts';
import { fromLiquid } from './values.ts';

/** Keeps what liquidjs writes, piece by piece, with its type. */
export class PieceEmitter implements Emitter {
  buffer = '';
  readonly pieces: Value[] = [];

  write(piece: unknown): void {
    this.pieces.push(settleValue(fromLiquid(piece)));
  }

  /** All pieces as one text. */
  get text(): string | Uint8Array {
    return concatenateText(this.pieces.map(printed));
  }
}

/** A value as Liquid prints it: an array as its elements one after the other (as in Ruby's Liquid), an object as JSON, the rest as in a pill. */
export function printed(value: Value): Value {
  return isArray(value) ? concatenateText(value.map(printed)) : value;
}
