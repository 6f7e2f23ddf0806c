import { HarnessError } from '../harness-error.ts';
import type { ResolvedAction } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import type { Source } from '../model/source.ts';
import type { ResolvedText, Text } from '../model/text.ts';
import { literalOf } from './literal-of.ts';
import { rubyText } from './ruby-text.ts';

/** Reads an action's options by their snake-cased names, however the file writes them; trouble is an `invalid-option` with its place. */
export interface OptionReader {
  /** The option's value; undefined where it is absent. The last one counts where a name stands twice. */
  readonly value: (name: string) => Json<ResolvedText> | undefined;
  /** A string, number or boolean as text; undefined where it is absent, null or empty. */
  readonly text: (name: string) => Text | undefined;
  /** The same, for an option that cannot hold a credential. */
  readonly plain: (name: string) => string | undefined;
  /** True for `true` and for the text “true” in any case. */
  readonly flag: (name: string) => boolean;
  /** The option's place, or the action's where the option is absent. */
  readonly place: (name: string) => Source;
}

/** A reader of this action's options. */
export function optionReader(resolved: ResolvedAction): OptionReader {
  const value = (name: string) => resolved.options.members.findLast((member) => snakeCase(member.key) === name)?.value;
  const place = (name: string) => value(name)?.source ?? resolved.action.source;
  const text = (name: string): Text | undefined => {
    const node = value(name);
    if (node === undefined || node.kind === 'null') return undefined;
    if (node.kind === 'array' || node.kind === 'object') {
      const details = { source: place(name), hint: `Write ${name} as a string.` };
      throw new HarnessError('invalid-option', `The option ‹${name}› has to be text, and is an ${node.kind}.`, details);
    }
    const content = rubyText(node);
    if (content instanceof Uint8Array) {
      const details = { source: place(name), hint: 'Check what the formula in it decodes.' };
      throw new HarnessError('invalid-option', `The option ‹${name}› holds bytes that are not text.`, details);
    }
    return content.length === 0 ? undefined : content;
  };
  const plain = (name: string): string | undefined => {
    const content = text(name);
    if (content === undefined) return undefined;
    const literal = literalOf(content);
    if (literal !== undefined) return literal.trim() === '' ? undefined : literal.trim();
    const details = { source: place(name), hint: `Write the value of ${name} itself, or read it from a resource.` };
    throw new HarnessError('invalid-option', `The option ‹${name}› is made from a credential.`, details);
  };
  const flag = (name: string): boolean => {
    const node = value(name);
    if (node?.kind === 'boolean') return node.value;
    return (
      node?.kind === 'string' && !(node.value instanceof Uint8Array) && literalOf(node.value)?.trim().toLowerCase() === 'true'
    );
  };
  return { value, text, plain, flag, place };
}

function snakeCase(key: ResolvedText): string | undefined {
  if (key instanceof Uint8Array) return undefined;
  return literalOf(key)
    ?.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
