/** The digits of a JSON or formula number as a Ruby number: an Integer without fraction and exponent, else a Float. */
export function numberValue(text: string): bigint | number {
  return /[.eE]/.test(text) ? Number(text) : BigInt(text);
}
