import { HarnessError } from '../../harness-error.ts';
import type { Client } from '../../model/outcome.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { Experiment } from '../../model/verdict.ts';
import { type Answer, answerOf, headerOf } from '../answers/answer.ts';
import { followedRedirects } from '../answers/followed-redirects.ts';
import type { DiagnosisInput } from '../diagnosis-input.ts';
import { asSafe } from '../edit-request.ts';

interface Entry {
  readonly change: string;
  readonly client: Client;
  readonly answer: Answer;
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Sends the experiments of one diagnosis and keeps to its rules: never to another origin (redirects are followed here, one by one), safe methods unless
 * writes are allowed, at most `maxRequests`. Every request is recorded.
 */
export class Laboratory {
  readonly #input: DiagnosisInput;
  readonly #origin: string;
  readonly #entries: Entry[] = [];
  /** Whether the action's own request is answered 429. */
  readonly #isLimited: boolean;
  #left: number;

  constructor(input: DiagnosisInput) {
    this.#input = input;
    this.#origin = new URL(input.reveal(input.request.url)).origin;
    this.#isLimited = input.runs.flat().some((run) => answerOf(run).status === 429);
    this.#left = input.experiments ? input.maxRequests : 0;
  }

  /** How many requests may still be sent. */
  get left(): number {
    return this.#left;
  }

  /** The answer to a request; null where the rules forbid it, nothing is left, or the client could not send it. */
  async ask(request: RequestSpec, change: string): Promise<Answer | null> {
    const { policy } = request;
    let current: RequestSpec = { ...request, policy: { ...policy, redirects: { ...policy.redirects, follow: false } } };
    let name = change;
    for (let hop = 0; ; hop += 1) {
      const answer = await this.#send(current, name);
      const next =
        answer === null || !policy.redirects.follow || hop >= policy.redirects.limit ? null : this.#redirected(current, answer);
      if (next === null || this.#left === 0) return answer;
      current = next;
      name = `${change}, after a redirect`;
    }
  }

  /** The record; `own` is what the answers are compared with first. */
  record(own: Answer, alike: (left: Answer, right: Answer) => boolean): readonly Experiment[] {
    return this.#entries.map(({ change, client, answer }, index) => {
      const earlier = this.#entries.slice(0, index).find((entry) => alike(entry.answer, answer));
      const sameAs = alike(own, answer) ? 'the action’s own answer' : earlier?.change;
      return { change, client, status: answer.status, ...(sameAs === undefined ? {} : { sameAs }) };
    });
  }

  async #send(request: RequestSpec, change: string): Promise<Answer | null> {
    if (this.#left <= 0 || !this.#isAllowed(request)) return null;
    this.#left -= 1;
    try {
      const outcome = await this.#input.send(request, change);
      if (outcome.status === 'failed' && !outcome.error.conclusive) return null;
      const answer = answerOf(outcome);
      this.#entries.push({ change, client: outcome.client, answer });
      // A limit that the experiments themselves reach says nothing of what they change, and ends them.
      if (answer.status === 429 && !this.#isLimited) {
        this.#left = 0;
        return null;
      }
      return answer;
    } catch (error) {
      // A request that cannot be sent is no experiment.
      if (error instanceof HarnessError) return null;
      throw error;
    }
  }

  #isAllowed(request: RequestSpec): boolean {
    const url = this.#input.reveal(request.url);
    if (!URL.canParse(url) || new URL(url).origin !== this.#origin) return false;
    if (!SAFE.has(request.method) && !this.#input.allowWrites) return false;
    // What is spared is a certificate's check; then no credential goes along.
    return (
      request.policy.tls.verify ||
      !this.#input.request.policy.tls.verify ||
      request.headers.every(([, value]) => value.every((piece) => typeof piece === 'string'))
    );
  }

  #redirected(request: RequestSpec, answer: Answer): RequestSpec | null {
    const { status } = answer;
    if (status === null || !followedRedirects.has(status)) return null;
    const location = headerOf(answer, 'location');
    const base = this.#input.reveal(request.url);
    if (location === null || !URL.canParse(location, base)) return null;
    const target = new URL(location, base);
    target.hash = '';
    if (target.origin !== this.#origin) return null;
    const moved: RequestSpec = { ...request, url: [target.href] };
    return status >= 307 || SAFE.has(request.method) ? moved : asSafe(moved, 'GET');
  }
}
