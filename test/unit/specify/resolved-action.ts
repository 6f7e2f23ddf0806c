import { HarnessError } from '../../../src/harness-error.ts';
import type { ResolvedAction } from '../../../src/model/action.ts';
import type { Json, JsonMember } from '../../../src/model/json.ts';
import type { Source } from '../../../src/model/source.ts';
import type { ResolvedText, Text, Variable } from '../../../src/model/text.ts';
import { joinText } from '../../../src/specify/join-text.ts';

/** A credential's variable, as `resolve` makes it. */
export function credential(name: string): Variable {
  return { name, from: [`CREDENTIAL.${name}`], encodings: [] };
}

/** What a test writes for an option: plain JSON, with `Text` made by `text` and bytes in the place of strings. */
export type Written =
  | null
  | boolean
  | number
  | string
  | bigint
  | Uint8Array
  | Fragment
  | readonly Written[]
  | { readonly [key: string]: Written };

/** Text with variables in it, or a number by its digits. */
export class Fragment {
  readonly json: Json<ResolvedText>;
  constructor(json: Json<ResolvedText>) {
    this.json = json;
  }
}

/** A string with variables in it. */
export function text(...pieces: Text): Fragment {
  return new Fragment({ kind: 'string', value: joinText(...pieces) });
}

/** A number with the digits as written. */
export function digits(written: string): Fragment {
  return new Fragment({ kind: 'number', text: [written] });
}

/** Written options as the resolved JSON tree, every value with its pointer. */
export function toJson(written: Written, pointer = ''): Json<ResolvedText> {
  const source = sourceAt(pointer);
  if (written === null) return { kind: 'null', source };
  if (written instanceof Fragment) return { ...written.json, source };
  if (written instanceof Uint8Array) return { kind: 'string', value: written, source };
  if (typeof written === 'boolean') return { kind: 'boolean', value: written, source };
  if (typeof written === 'number' || typeof written === 'bigint') return { kind: 'number', text: [String(written)], source };
  if (typeof written === 'string') return { kind: 'string', value: joinText(written), source };
  if (isList(written)) return { kind: 'array', items: written.map((item, index) => toJson(item, `${pointer}/${index}`)), source };
  const members = Object.entries(written).map(
    ([key, value]): JsonMember<ResolvedText> => ({ key: joinText(key), value: toJson(value, `${pointer}/${key}`) }),
  );
  return { kind: 'object', members, source };
}

function isList(written: Written): written is readonly Written[] {
  return Array.isArray(written);
}

/** An action with these options. */
export function resolvedAction(options: { readonly [key: string]: Written }): ResolvedAction {
  const tree = toJson(options);
  if (tree.kind !== 'object') throw new Error('options are an object');
  const action = {
    format: 'options',
    name: 'test',
    source: sourceAt(''),
    options: { kind: 'object', members: [] },
    inputs: [],
    disabled: false,
  } as const;
  return { action, options: tree, variables: [], findings: [] };
}

function sourceAt(pointer: string): Source {
  return { file: 'action.json', pointer, line: 1, column: 1 };
}

/** The codes of assumptions or warnings, in order. */
export function codes(notes: readonly { readonly code: string }[]): readonly string[] {
  return notes.map(({ code }) => code);
}

/** What a HarnessError says of itself. */
export function troubleOf(run: () => unknown): {
  readonly code: string;
  readonly pointer: string | undefined;
  readonly message: string;
  readonly hint: string | undefined;
} {
  try {
    run();
  } catch (error) {
    if (error instanceof HarnessError) {
      return { code: error.code, pointer: error.details.source?.pointer, message: error.message, hint: error.details.hint };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}
