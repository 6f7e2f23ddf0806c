import type { HostEntry } from '../../../src/diagnose/hosts/host-entry.ts';
import { hostEntries } from '../../../src/diagnose/hosts/index.ts';

/** The built-in entry of an API as if the test's own server were its host. */
export function knownHost(name: string): { readonly hosts: readonly HostEntry[] } {
  const entry = hostEntries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`no entry of the name ${name}`);
  return { hosts: [{ ...entry, hosts: ['127.0.0.1'] }] };
}
