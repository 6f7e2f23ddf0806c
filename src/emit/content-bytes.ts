import type { SecretValues } from '../model/text.ts';
import type { Content } from './content.ts';
import { variableValue } from './text-value.ts';

/** The exact bytes of a body, text as UTF-8. */
export function contentBytes(content: Content, values: SecretValues): Uint8Array {
  return Buffer.concat(
    content.map((piece) =>
      piece instanceof Uint8Array ? piece : Buffer.from(typeof piece === 'string' ? piece : variableValue(piece, values), 'utf8'),
    ),
  );
}
