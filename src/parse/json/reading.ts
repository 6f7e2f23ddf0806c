import type { Json } from '../../model/json.ts';

/** Why a text could not be read, and where: an offset in the text that was read. */
export interface Fault {
  readonly code: 'not-json' | 'too-deep' | 'too-large';
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** What reading one value gave; `end` is the offset after the value's last character. */
export type Reading =
  | { readonly kind: 'read'; readonly value: Json; readonly end: number }
  | { readonly kind: 'fault'; readonly fault: Fault };
