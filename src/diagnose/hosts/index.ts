import { chatHosts } from './chat.ts';
import { cloudHosts } from './cloud.ts';
import { codeHosts } from './code.ts';
import { endpointHosts } from './endpoint.ts';
import type { HostEntry } from './host-entry.ts';
import { identityHosts } from './identity.ts';
import { infrastructureHosts } from './infrastructure.ts';
import { observabilityHosts } from './observability.ts';
import { platformHosts } from './platforms.ts';
import { postureHosts } from './posture.ts';
import { threatIntelligenceHosts } from './threat-intelligence.ts';
import { ticketingHosts } from './ticketing.ts';
import { workHosts } from './work.ts';

/** Every API that is known, the more specific first. */
export const hostEntries: readonly HostEntry[] = [
  ...identityHosts,
  ...endpointHosts,
  ...threatIntelligenceHosts,
  ...ticketingHosts,
  ...workHosts,
  ...chatHosts,
  ...platformHosts,
  ...codeHosts,
  ...postureHosts,
  ...observabilityHosts,
  ...cloudHosts,
  ...infrastructureHosts,
];

/** By host name or `*.` pattern; of two entries with the same one the first counts. */
const byPattern = firstOfEach(hostEntries.flatMap((entry) => entry.hosts.map((pattern) => [pattern, entry] as const)));

/** Software that is run anywhere, by its paths. */
const byPath = hostEntries
  .filter(({ hosts }) => hosts.length === 0)
  .flatMap((entry) => (entry.paths ?? []).map((pattern) => ({ entry, pattern: new RegExp(pattern) })));

/**
 * The API that answers at this address; null where it is not known. An exact host name wins over `*.`, a longer `*.` over a shorter one, and a
 * host name over the paths of software that is run anywhere.
 */
export function findHost(url: string): HostEntry | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  for (const pattern of patternsOf(hostname)) {
    const entry = byPattern.get(pattern);
    if (entry !== undefined) return entry;
  }
  return byPath.find(({ pattern }) => pattern.test(pathname))?.entry ?? null;
}

/** The patterns that fit a host name, the more specific first: `a.b.c`, `*.b.c`, `*.c`. */
function patternsOf(hostname: string): readonly string[] {
  const labels = hostname.toLowerCase().split('.');
  return [labels.join('.'), ...labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`)];
}

function firstOfEach<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map([...pairs].reverse());
}
