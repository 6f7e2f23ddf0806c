import type { HostEntry } from '../host-entry.ts';
import { matchesHost } from '../matches-host.ts';
import { chatHosts } from './chat.ts';
import { cloudHosts } from './cloud.ts';
import { codeHosts } from './code.ts';
import { endpointHosts } from './endpoint.ts';
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

/**
 * The API that answers at this address; null where it is not known. An exact host name wins over `*.`, a longer `*.` over a shorter one, and a
 * host name over the paths of software that is run anywhere.
 */
export function findHost(url: string): HostEntry | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const named = hostEntries.flatMap((entry) =>
    entry.hosts.filter((pattern) => matchesHost(hostname, [pattern])).map((pattern) => ({ entry, pattern })),
  );
  const [best] = named.sort((left, right) => rank(right.pattern) - rank(left.pattern));
  if (best !== undefined) return best.entry;
  return (
    hostEntries.find(
      ({ hosts, paths = [] }) => hosts.length === 0 && paths.some((pattern) => new RegExp(pattern).test(pathname)),
    ) ?? null
  );
}

function rank(pattern: string): number {
  return pattern.startsWith('*.') ? pattern.length : Number.POSITIVE_INFINITY;
}
