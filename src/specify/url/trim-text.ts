import type { Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';

/** The text without spaces and tabs at both ends (RFC 9110, section 5.5: they are no part of a field's value). */
export function trimText(text: Text): Text {
  return joinText(
    ...text.map((piece, index) => {
      if (typeof piece !== 'string') return piece;
      const begun = index === 0 ? piece.replace(/^[ \t]+/, '') : piece;
      return index === text.length - 1 ? begun.replace(/[ \t]+$/, '') : begun;
    }),
  );
}
