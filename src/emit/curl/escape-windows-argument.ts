/** Escapes quotes as Windows programs read their command line (CommandLineToArgvW): `\"`, and the backslashes before it doubled. Without the outer quotes. */
export function escapeWindowsArgument(text: string): string {
  return text.replace(/(\\*)"/g, '$1$1\\"');
}
