/** One word of a command line, its quotes undone. */
export interface ShellWord {
  readonly text: string;
  /** Where it begins in the text given, in UTF-16 units. */
  readonly offset: number;
  /** True for `NAME=value` whose name is not quoted. */
  readonly isAssignment: boolean;
}

/** One command of a script: its words, and what its standard input is, where the script says so. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  readonly input?: CommandInput;
  /** What ended it: a pipe; an `&` in front of `name=`, which was meant for an address; another operator, or the end of a line or of the text. */
  readonly end: 'pipe' | 'cut' | 'other';
}

/** A here-document or here-string, or the path behind `<`. */
export type CommandInput = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly path: string };
