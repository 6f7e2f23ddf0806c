import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { unavoidableLosses } from '../../emit/postman/unavoidable-losses.ts';
import { type SpecifiedMessage, specifiedMessage } from '../../emit/specified-message.ts';
import type { Client, RunOutcome } from '../../model/outcome.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { RecordingServer } from '../../run/recording-server.ts';
import type { ClientRunner } from '../clients/client-runner.ts';
import { type ProofDifference, proveDifferences } from './differences.ts';
import { proveInBash } from './in-bash.ts';
import { provenRequest } from './proven-request.ts';

/** What the proof of one request showed. */
export interface Proof {
  /** Whether every client that ran sent what the action says, byte for byte. */
  readonly equal: boolean;
  /** Whether the clients that ran sent the same as each other. */
  readonly alike: boolean;
  readonly message: SpecifiedMessage;
  readonly lanes: readonly ProofLane[];
}

/** One artifact, and what arrived from it. */
export interface ProofLane {
  readonly artifact: 'curl-command' | 'curl-config' | 'postman';
  /** `skipped`: it cannot run on this machine; nothing follows from that. */
  readonly state: 'equal' | 'different' | 'skipped';
  readonly differences: readonly ProofDifference[];
  /** Why it was skipped, or why it differs, where that is known. */
  readonly reason?: string;
}

/** What a proof is made with. */
export interface ProofMeans {
  /** Nothing else may arrive there. */
  readonly server: RecordingServer;
  readonly runner: ClientRunner;
  readonly surroundings: Pick<Surroundings, 'environment' | 'signal'>;
  /** For the files of a command. */
  readonly directory: string;
}

/**
 * Sends a request to a recording server by every artifact: the cURL command in bash, the same as curl's config (which `compare` runs), and
 * the Postman collection in Newman. Secrets are made up, and the real host is never contacted. Throws a HarnessError where HTTP forbids the request.
 */
export async function proveConversion(request: RequestSpec, means: ProofMeans): Promise<Proof> {
  const { server, runner, surroundings, directory } = means;
  const proven = provenRequest(request, server.origin);
  const message = specifiedMessage(proven.request, proven.values);
  const lanes: ProofLane[] = [];
  const sent = new Set<string>();
  const judge = (artifact: ProofLane['artifact'], trouble: string | undefined): void => {
    const differences = proveDifferences(message, server.requests);
    sent.add(JSON.stringify(server.requests.length === 0 ? null : differences));
    lanes.push({
      artifact,
      state: differences.length === 0 ? 'equal' : 'different',
      differences,
      ...(differences.length === 0 || trouble === undefined ? {} : { reason: trouble }),
    });
  };
  if (runner.clients.includes('curl')) {
    server.clear();
    const run = await proveInBash(proven, { surroundings, directory });
    if (run === null)
      lanes.push({ artifact: 'curl-command', state: 'skipped', differences: [], reason: 'bash is not installed' });
    else judge('curl-command', run.messages.trim().split('\n').at(-1));
  }
  for (const client of runner.clients) {
    server.clear();
    const outcome = await runner.send(client, proven.request, proven.values);
    const artifact = client === 'curl' ? 'curl-config' : 'postman';
    const reason = cannotRun(outcome);
    if (reason === undefined) judge(artifact, knownReason(client, request, outcome));
    else lanes.push({ artifact, state: 'skipped', differences: [], reason });
  }
  return { equal: lanes.every(({ state }) => state !== 'different'), alike: sent.size < 2, message, lanes };
}

function cannotRun(outcome: RunOutcome): string | undefined {
  const isMissing = outcome.status === 'failed' && !outcome.error.conclusive && /missing|ENOENT/.test(outcome.error.code);
  return isMissing ? outcome.error.message : undefined;
}

function knownReason(client: Client, request: RequestSpec, outcome: RunOutcome): string | undefined {
  const known = client === 'postman' ? unavoidableLosses(request).map(({ text }) => text) : [];
  return known[0] ?? (outcome.status === 'failed' ? outcome.error.message : undefined);
}
