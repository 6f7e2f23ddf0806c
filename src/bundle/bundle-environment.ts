/** The programs that were used, and the family of the system; nothing that names the user or the machine. */
export interface BundleEnvironment {
  readonly tool: string;
  readonly node: string;
  /** null where the client was not used. */
  readonly curl: string | null;
  readonly newman: string | null;
  /** `linux`, `darwin`, `win32`. */
  readonly system: string;
}
