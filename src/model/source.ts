/** Where in the user's file a value was written. Every message about an action carries one. */
export interface Source {
  /** The file as the user named it; `standard input` for `-`. */
  readonly file: string;
  /** RFC 6901 JSON Pointer of the value inside the file. */
  readonly pointer: string;
  /** 1-based line of the value's first character. */
  readonly line: number;
  /** 1-based column of the value's first character, in UTF-16 units. */
  readonly column: number;
}
