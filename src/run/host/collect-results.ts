import type { EventEmitter } from 'node:events';
import type { Cursor } from 'newman';
import type { ClientError, Exchange, RunOutcome } from '../../model/outcome.ts';
import { errorCode } from '../error-code.ts';
import { classifyNewmanError } from '../newman-error-kinds.ts';
import type { NewmanItemResult } from '../newman-protocol.ts';
import { parseSentMessage } from '../parse-sent-message.ts';
import { UNSEEN_BODY } from '../unseen-body.ts';
import type { RecordedExchange, Recorder } from './recorder.ts';

/** Where in a collection's run an event belongs; a request made by a script has the script's id. */
type EventCursor = Cursor & { readonly scriptId?: string };

interface ItemEvent {
  readonly cursor: EventCursor;
  readonly item?: { readonly name?: string };
}

interface OpenItem {
  readonly key: string;
  readonly name: string;
  readonly start: number;
  readonly failures: string[];
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
    emitter.on('beforeRequest', (_error: unknown, { cursor, item }: ItemEvent) => this.#begin(cursor, item?.name ?? ''));
    emitter.on('request', (error: unknown, { cursor }: ItemEvent) => this.#end(cursor, error));
    emitter.on('assertion', (error: { readonly message?: string } | null, { assertion }: { readonly assertion?: string }) => {
      if (error !== null) this.#items.at(-1)?.failures.push(`${assertion ?? ''}: ${error.message ?? ''}`);
    });
    emitter.on('script', (error: unknown) => {
      if (error) this.#items.at(-1)?.failures.push(messageOf(error));
    });
  }

  /** The results of all requests; `trouble` is why the run as a whole did not end well, if it did not. */
  finish(trouble: unknown): readonly NewmanItemResult[] {
    const items = this.#items.length > 0 ? this.#items : [this.#open('', '')];
    return items.map((item) => ({
      name: item.name,
      outcome: item.outcome ?? this.#failed(item.start, trouble),
      failures: item.failures,
    }));
  }

  #open(key: string, name: string): OpenItem {
    return { key, name, start: this.#items.length === 0 ? this.#start : performance.now(), failures: [] };
  }

  /** A request that is sent again, to answer a challenge, goes on with the same item. */
  #begin(cursor: EventCursor, name: string): void {
    if (cursor.scriptId !== undefined || this.#items.at(-1)?.key === keyOf(cursor)) return;
    this.#recorder.forget();
    this.#items.push(this.#open(keyOf(cursor), name));
  }

  #end(cursor: EventCursor, error: unknown): void {
    const item = this.#items.at(-1);
    if (cursor.scriptId !== undefined || item === undefined || item.key !== keyOf(cursor)) return;
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

function keyOf({ iteration, position }: EventCursor): string {
  return `${iteration}/${position}`;
}

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
