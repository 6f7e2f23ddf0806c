import type { Encoding, Variable } from '../model/text.ts';
import type { ArtifactVariable } from './artifact-variable.ts';
import type { Content } from './content.ts';
import { variableKey } from './variable-key.ts';

const encodingWords: Readonly<Record<Encoding, string>> = {
  json: 'escaped for the inside of a JSON string',
  form: 'URL-encoded as in a form, a space as +',
  base64: 'in base64',
  xml: 'escaped for XML text',
};

/**
 * Gives every variable of the texts its name in a shell and in Postman: in the order of appearance, each name once,
 * and no Postman key that is in `reserved` (placeholders that stand in literal text).
 */
export function nameVariables(texts: readonly Content[], reserved: ReadonlySet<string> = new Set()): readonly ArtifactVariable[] {
  const named = new Map<string, ArtifactVariable>();
  const environments = new Set<string>();
  const keys = new Set(reserved);
  for (const piece of texts.flat()) {
    if (typeof piece === 'string' || piece instanceof Uint8Array || named.has(variableKey(piece))) continue;
    const stem = [piece.name, ...piece.encodings].join('_');
    named.set(variableKey(piece), {
      variable: piece,
      environment: unique(`TINES_${isCredential(piece) ? 'CREDENTIAL' : 'SECRET'}_${shellName(stem)}`, environments),
      postman: unique(stem, keys),
      note: isCredential(piece) ? '' : describe(piece),
    });
  }
  return [...named.values()];
}

/** Whether the value is a credential as it is, and not something a formula or an encoding made out of it. */
function isCredential(variable: Variable): boolean {
  const [reference, ...others] = variable.from;
  return (
    variable.encodings.length === 0 &&
    variable.of === undefined &&
    others.length === 0 &&
    shellName((reference ?? '').replace(/^credential\./i, '')) === shellName(variable.name)
  );
}

function describe(variable: Variable): string {
  const references = variable.from.join(' and ');
  const value =
    variable.of === undefined
      ? isCredential({ ...variable, encodings: [] })
        ? references
        : `what the action makes of ${references}`
      : variable.of
          .map((piece) => (typeof piece === 'string' ? `‹${piece}›` : piece.from.join(' and ') || piece.name))
          .join(' followed by ');
  return [value, ...variable.encodings.map((encoding) => encodingWords[encoding])].join(', ');
}

function shellName(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9_]+/g, '_');
}

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}_${count}`;
  taken.add(candidate);
  return candidate;
}
