/** Names of the variables that a child needs to be found and to start; none of them carries a credential or a proxy. */
const KEPT = ['PATH', 'SystemRoot', 'SYSTEMROOT', 'PATHEXT', 'TMPDIR', 'TEMP', 'TMP'];

/** Environment variables as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Gives the part of an environment that children get: where programs are, and nothing that changes or leaks a request. */
export function cleanEnvironment(environment: Environment): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const name of KEPT) {
    const value = environment[name];
    if (value !== undefined) clean[name] = value;
  }
  return clean;
}
