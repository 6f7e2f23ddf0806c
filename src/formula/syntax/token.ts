/** One word of a formula, with its place in UTF-16 units. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'symbol' | 'end';
  /** As written; of a text literal: what it stands for. */
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Where reading starts, and what ends the formula besides the end of the text: `>>` of a pill, `%>` of a tag. */
export interface Region {
  readonly start: number;
  readonly terminator?: '>>' | '%>';
}
