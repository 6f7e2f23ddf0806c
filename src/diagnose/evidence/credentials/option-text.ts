import type { ResolvedAction } from '../../../model/action.ts';
import type { Json } from '../../../model/json.ts';

/** An option as its author wrote it, and where. */
export interface OptionText {
  /** Pills as they stand; undefined where the value is not a string. */
  readonly written?: string;
  readonly pointer?: string;
}

/** Finds an option by its path (`['headers', 'authorization']`), names compared without case; the last of several counts. */
export function optionText({ action }: ResolvedAction, path: readonly string[]): OptionText | undefined {
  let value: Json = action.options;
  for (const name of path) {
    if (value.kind !== 'object') return undefined;
    const member: { readonly value: Json } | undefined = value.members.findLast(
      ({ key }) => key.toLowerCase() === name.toLowerCase(),
    );
    if (member === undefined) return undefined;
    value = member.value;
  }
  return {
    ...(value.kind === 'string' ? { written: value.value } : {}),
    ...(value.source === undefined ? {} : { pointer: value.source.pointer }),
  };
}

/** The pointer of an option, or of the nearest one around it that the file has; undefined where the action has no place. */
export function optionPointer(action: ResolvedAction, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const pointer = optionText(action, path.slice(0, length))?.pointer;
    if (pointer !== undefined) return pointer;
  }
  return action.action.options.source?.pointer ?? action.action.source.pointer;
}
