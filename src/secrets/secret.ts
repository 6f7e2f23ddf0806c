/** A value that must not leave the process, and what stands in its place. */
export interface Secret {
  /** `CREDENTIAL.acme`; shown as ‹CREDENTIAL.acme›. */
  readonly label: string;
  readonly value: string;
}
