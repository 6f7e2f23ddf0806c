import type { Encoding, Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';

interface TextEncoding {
  /** What becomes of the literal pieces now. */
  readonly literal: (text: string) => string;
  /** What is to be done to a variable's value later; the same function, by name. */
  readonly variable: Encoding;
}

/** Encodes a text piece by piece: strings at once, variables by adding the encoding's name to what is to be done to their value. */
export function encodeText(text: Text, encoding: TextEncoding): Text {
  return joinText(
    ...text.map((piece) =>
      typeof piece === 'string' ? encoding.literal(piece) : { ...piece, encodings: [...piece.encodings, encoding.variable] },
    ),
  );
}
