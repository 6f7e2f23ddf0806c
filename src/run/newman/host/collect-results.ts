import type { EventEmitter } from 'node:events';
import type { Cursor } from 'newman';
import type { ClientError, Exchange, RunOutcome } from '../../../model/outcome.ts';
import { UNSEEN_BODY } from '../../bodies/unseen-body.ts';
import { parseSentMessage } from '../../curl/parse-sent-message.ts';
import { errorCode } from '../../error-code.ts';
import { classifyNewmanError } from '../error-kinds.ts';
import type { NewmanItemResult } from '../protocol.ts';
import { countedFailures, type FailureCursor } from './counted-failures.ts';
import type { RecordedExchange, Recorder } from './recorder.ts';

interface ItemEvent {
  readonly cursor: Cursor & FailureCursor;
  readonly item?: { readonly name?: string };
}

interface OpenItem {
  readonly name: string;
  readonly position: number | null;
  readonly iteration: number;
  readonly failures: string[];
  start: number;
  /** Whether its request was begun. */
  sending: boolean;
  outcome?: RunOutcome;
}

/** Turns the events of one run into the results of its requests. */
export class ResultCollector {
  readonly #recorder: Recorder;
  readonly #items: OpenItem[] = [];
  readonly #start = performance.now();

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** Takes the events of a run of Newman. */
  listen(emitter: EventEmitter): void {
    emitter.on('beforeItem', (_error: unknown, { cursor, item }: ItemEvent) => {
      this.#items.push(this.#open(item?.name ?? '', cursor));
    });
    emitter.on('beforeRequest', (_error: unknown, { cursor }: ItemEvent) => this.#begin(cursor));
    emitter.on('request', (error: unknown, { cursor }: ItemEvent) => this.#end(cursor, error));
    countedFailures(emitter, (text, cursor) => this.#itemAt(cursor).failures.push(text));
  }

  /** Counts a failure for the item that is under way. */
  blame(text: string): void {
    this.#itemAt(undefined).failures.push(text);
  }

  /** The results of all requests; `trouble` is why the run as a whole did not end well, if it did not. */
  finish(trouble: unknown): readonly NewmanItemResult[] {
    const failed = Boolean(trouble) || this.#recorder.failure !== undefined;
    if (failed && this.#items.every(({ outcome }) => outcome !== undefined)) this.#items.push(this.#open('', undefined));
    return this.#items.map(({ name, position, iteration, outcome, sending, start, failures }) => ({
      name,
      position,
      iteration,
      outcome: outcome ?? this.#failed(start, trouble),
      skipped: outcome === undefined && !sending && !failed,
      failures,
    }));
  }

  #open(name: string, cursor: FailureCursor | undefined): OpenItem {
    const start = this.#items.length === 0 ? this.#start : performance.now();
    return { name, position: cursor?.position ?? null, iteration: cursor?.iteration ?? 0, start, failures: [], sending: false };
  }

  /** The item that an event belongs to: the latest run of it; without one, the one that is under way. */
  #itemAt(cursor: FailureCursor | undefined): OpenItem {
    const found =
      this.#items.findLast((item) => item.position === cursor?.position && item.iteration === cursor.iteration) ??
      this.#items.at(-1);
    if (found !== undefined) return found;
    const first = this.#open('', cursor);
    this.#items.push(first);
    return first;
  }

  /** A request that is sent again, to answer a challenge, goes on with the same item. */
  #begin(cursor: FailureCursor): void {
    const item = this.#items.at(-1);
    if (cursor.scriptId !== undefined || item === undefined || item.sending) return;
    item.sending = true;
    item.start = this.#items.length === 1 ? this.#start : performance.now();
    this.#recorder.forget();
  }

  #end(cursor: FailureCursor, error: unknown): void {
    const item = this.#items.at(-1);
    if (cursor.scriptId !== undefined || item === undefined) return;
    // What its scripts sent is not the item's own.
    if (!item.sending) this.#recorder.forget();
    if (error || this.#recorder.failure !== undefined) {
      item.outcome = this.#failed(item.start, error);
      return;
    }
    const hops = this.#recorder.exchanges.flatMap((exchange, index, all) => completed(exchange, index === all.length - 1));
    item.outcome = { client: 'postman', status: 'completed', hops, milliseconds: performance.now() - item.start };
  }

  #failed(start: number, error: unknown): RunOutcome {
    for (const { body } of this.#recorder.exchanges) body.discard();
    const last = this.#recorder.exchanges.at(-1);
    // The last exchange is the one that failed, unless the trouble is the address it redirects to.
    const redirected = this.#recorder.exchanges.flatMap((exchange) => (isRedirect(exchange) ? completed(exchange, false) : []));
    const sent = last === undefined ? undefined : parseSentMessage(Buffer.concat(last.written), last.url);
    return {
      client: 'postman',
      status: 'failed',
      error: this.#recorder.failure ?? this.#classify(error, redirected.length > 0),
      hops: redirected,
      ...(sent === undefined ? {} : { sent }),
      milliseconds: performance.now() - start,
    };
  }

  #classify(error: unknown, redirected: boolean): ClientError {
    if (!error) return { kind: 'other', code: 'newman', message: 'Newman ended without sending the request', conclusive: false };
    const { isSecuring } = this.#recorder;
    return classifyNewmanError({ code: errorCode(error), message: messageOf(error), redirected, securing: isSecuring });
  }
}

function completed({ url, written, received, body }: RecordedExchange, isLast: boolean): Exchange[] {
  const sent = parseSentMessage(Buffer.concat(written), url);
  if (sent === undefined || received === undefined) return [];
  return [{ sent, received: { ...received, body: isLast ? body.end() : UNSEEN_BODY } }];
}

function isRedirect({ received }: RecordedExchange): boolean {
  if (received === undefined || received.status < 300 || received.status > 399) return false;
  return received.headers.some(([name]) => name.toLowerCase() === 'location');
}

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
