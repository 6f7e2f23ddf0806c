import { stat } from 'node:fs/promises';

/** When something that a credential's value comes from was changed last. */
export interface CredentialChange {
  readonly at: Date;
  /** `‹CREDENTIAL.acme›`, `the file of ‹CREDENTIAL.acme›`: the subject of a sentence. */
  readonly what: string;
}

/** When the file that holds a credential was written; undefined where that cannot be seen. `~/` is the home directory. */
export async function fileChange(
  name: string,
  path: string,
  { HOME, USERPROFILE }: Readonly<Record<string, string | undefined>>,
): Promise<CredentialChange | undefined> {
  const home = HOME ?? USERPROFILE;
  const file = path.startsWith('~/') && home !== undefined ? `${home}${path.slice(1)}` : path;
  const state = await stat(file).catch(() => null);
  // A pipe (`file:/dev/fd/3`) says nothing.
  return state?.isFile() === true ? { at: state.mtime, what: `the file of ‹CREDENTIAL.${name}›` } : undefined;
}
