import type { ClientErrorKind } from '../../model/outcome.ts';

/**
 * What a JSON body looks like, without its values. A text lists types (`string|null`; `any` for what is not known; `true` and `false` where a
 * whole answer says by it whether it is an error, as Slack's `ok` does), `[shape]` is a list, `[]`
 * a list that was empty, an object says its members: `name?` may be missing, `*` stands for every member of a table, and `|` lists
 * alternatives. A literal name that would be misread (`*`, `|`, `__proto__`, one that ends in `?` or `!`) has a `!` after it.
 */
export type Shape = string | readonly Shape[] | { readonly [member: string]: Shape };

/** The recorded outcome of one client, as far as it is expected to come again. */
export type Expectation =
  | {
      readonly answer: true;
      /** Every status that was seen. */
      readonly status: readonly number[];
      /** The media type without its parameters, in lower case; null where there was none, absent where it varied. */
      readonly type?: string | null;
      readonly body: 'none' | 'text' | { readonly json: Shape };
    }
  | { readonly answer: false; readonly error: readonly ClientErrorKind[] };
