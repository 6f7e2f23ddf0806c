import type { Text } from '../../../model/text.ts';

/** How a credential is written in the action, for a fix. Never its value. */
export interface Pill {
  readonly expression: string;
  readonly pill: string;
}

/** The pill of a credential: by its one reference, else as the author wrote it, else a name to be filled in. `written`: the option's own text. */
export function pillOf(text: Text, written?: string): Pill {
  const variables = text.filter((piece) => typeof piece !== 'string');
  const [only] = variables;
  const reference = only?.from[0];
  const isPlain =
    only !== undefined &&
    variables.length === 1 &&
    only.from.length === 1 &&
    (only.encodings.length === 0 || only.of === undefined);
  if (reference !== undefined && isPlain) return { expression: reference, pill: `<<${reference}>>` };
  const bare = (written ?? '').trim().replace(/^[A-Za-z-]+:?\s+(?=<<|\{\{|\{%)/, '');
  const [, inner] = /^<<\s*([^<>]+?)\s*>>$/.exec(bare) ?? [];
  if (inner !== undefined) return { expression: inner, pill: `<<${inner}>>` };
  if (/^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\})$/.test(bare)) return { expression: reference ?? 'CREDENTIAL.name', pill: bare };
  const expression = reference ?? 'CREDENTIAL.name';
  return { expression, pill: `<<${expression}>>` };
}

/** The references behind a text, for people: `‹CREDENTIAL.acme›`. */
export function labelOf(text: Text): string {
  const references = [...new Set(text.flatMap((piece) => (typeof piece === 'string' ? [] : piece.from)))];
  return references.length === 0 ? 'the credential' : `‹${references.join(' + ')}›`;
}
