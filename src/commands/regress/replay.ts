import { HarnessError } from '../../harness-error.ts';
import type { Exchange, RunOutcome, SentMessage } from '../../model/outcome.ts';
import type { Policy, RequestSpec } from '../../model/request-spec.ts';
import { checkRun } from '../../regress/check-run.ts';
import { expectRuns } from '../../regress/expect-runs.ts';
import { runText } from './run-text.ts';

/** How cURL's answer is to that of Postman, where it sends what Postman has sent. */
export type Replay =
  | { readonly kind: 'alike'; readonly outcome: RunOutcome }
  | { readonly kind: 'different'; readonly problems: readonly string[]; readonly outcome: RunOutcome }
  /** cURL could not send it, or it tells nothing. */
  | { readonly kind: 'not-sent'; readonly reason: string };

interface Replaying {
  readonly send: (request: RequestSpec) => Promise<RunOutcome>;
  readonly policy: Omit<Policy, 'redirects'>;
}

/** Proofs that a server takes only once, or only on the connection that it gave a challenge to. */
const singleUse = /^(?:Digest|Hawk|OAuth|NTLM|Negotiate|EG1-HMAC-SHA256)\b/iu;

/**
 * Sends with cURL what Postman has sent: scripts, variables, cookies and authentication are in it already. Each redirect that Postman
 * followed is sent by itself, as Postman sent it, so that the rules for redirects of both clients do not matter.
 */
export async function replay(outcome: RunOutcome, { send, policy }: Replaying): Promise<Replay> {
  const expected = expectRuns([await runText(outcome)]);
  if (expected === null) return { kind: 'not-sent', reason: 'Postman got no outcome that could be compared' };
  // How often a client follows is its own matter: there the answers that it followed are all there is to compare.
  const isEndless = outcome.status === 'failed' && outcome.error.kind === 'redirects';
  const redirects = isEndless ? outcome.hops : outcome.hops.slice(0, outcome.status === 'failed' ? undefined : -1);
  const final = outcome.status === 'failed' ? outcome.sent : outcome.hops.at(-1)?.sent;
  let last: RunOutcome | null = null;
  for (const hop of redirects) {
    const sent = await sendMessage(hop.sent, { send, policy });
    if (typeof sent === 'string') return { kind: 'not-sent', reason: sent };
    const problem = redirectProblem(hop, sent);
    if (problem !== null) return { kind: 'different', problems: [problem], outcome: sent };
    last = sent;
  }
  if (isEndless && last !== null) return { kind: 'alike', outcome: last };
  if (final === undefined) return { kind: 'not-sent', reason: 'Postman sent nothing that could be sent again' };
  const sent = await sendMessage(final, { send, policy });
  if (typeof sent === 'string') return { kind: 'not-sent', reason: sent };
  const check = checkRun(expected, await runText(sent));
  if (check.kind === 'not-run') return { kind: 'not-sent', reason: check.reason };
  return check.kind === 'same'
    ? { kind: 'alike', outcome: sent }
    : { kind: 'different', problems: check.problems, outcome: sent };
}

/** The outcome, or why there is none. */
async function sendMessage(message: SentMessage, { send, policy }: Replaying): Promise<RunOutcome | string> {
  const refusal = refusalOf(message);
  if (refusal !== null) return refusal;
  try {
    const outcome = await send(requestOf(message, policy));
    return outcome.status === 'failed' && !outcome.error.conclusive ? outcome.error.message : outcome;
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return error.message;
  }
}

function refusalOf({ headers, target, body }: SentMessage): string | null {
  const proof = headers.find(([name, value]) => name.toLowerCase() === 'authorization' && singleUse.test(value));
  if (proof !== undefined) return `its proof (${proof[1].split(' ')[0]}) can be used only once`;
  const isSigned = /[?&]oauth_nonce=/u.test(target) || Buffer.from(body).includes('oauth_nonce=');
  return isSigned ? 'its proof (OAuth 1.0) can be used only once' : null;
}

function requestOf({ method, url, target, headers, body }: SentMessage, policy: Replaying['policy']): RequestSpec {
  const { origin, host } = new URL(url);
  return {
    method,
    url: [target.startsWith('/') ? `${origin}${target}` : url],
    headers: headers
      .filter(([name, value]) => !isFraming(name, value) && !(name.toLowerCase() === 'host' && value === host))
      .map(([name, value]) => [name, value === '' ? [] : [value]] as const),
    body: body.length === 0 ? { kind: 'none' } : { kind: 'bytes', bytes: body },
    policy: { ...policy, redirects: { follow: false, limit: 0, keepAuthorization: false } },
  };
}

/** How the body is framed: cURL says that itself, but not that there is none. */
function isFraming(name: string, value: string): boolean {
  return /^(?:content-length|transfer-encoding)$/iu.test(name) && value !== '0';
}

function redirectProblem({ received: { status } }: Exchange, outcome: RunOutcome): string | null {
  if (outcome.status === 'failed')
    return `no answer came (${outcome.error.kind}: ${outcome.error.message}), not status ${status}`;
  const now = outcome.hops.at(-1)?.received.status;
  return now === status ? null : `the status is ${now ?? 'not given'}, not ${status}, where Postman was sent on`;
}
