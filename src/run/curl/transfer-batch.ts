import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type BodySink, createBodySink } from '../bodies/body-sink.ts';
import { findCut } from '../bodies/find-cut.ts';
import type { CarrierEvents } from '../sharing/create-pool.ts';
import { GRACE_MILLISECONDS, MESSAGES_LIMIT } from './bounds.ts';
import { createMarker } from './create-marker.ts';
import { type CurlProcess, type CurlProcessEnd, startCurlProcess } from './process.ts';
import { createMarkerSplitter, type MarkerSplitter } from './split-at-marker.ts';
import type { CurlEnd, CurlTransfer } from './transfer.ts';
import { transferOptions } from './transfer-options.ts';
import { readCurlWriteOut, writeOutFormat } from './write-out.ts';

interface BatchOptions {
  /** A local TCP port for the next connection; see `batchConfig`. */
  readonly nextPort: () => number;
  /** How long a transfer may make those behind it wait. */
  readonly patienceMilliseconds: number;
  /** How curl is started: by `startCurlProcess`, unless given. */
  readonly start?: typeof startCurlProcess;
}

/** How many local ports are tried for a connection, in case some are taken. */
const PORTS = 200;
/** curl could not bind to a local port; nothing was sent. */
const NO_PORT = 45;

interface Member {
  readonly transfer: CurlTransfer;
  readonly sink: BodySink;
  readonly messages: Buffer[];
  readonly writeOut: Buffer[];
  size: number;
  state: 'waiting' | 'said' | 'finished';
}

/** Does transfers one after the other in one process of curl, each with a connection of its own. */
export class TransferBatch {
  readonly #members: readonly Member[];
  readonly #events: CarrierEvents<CurlEnd>;
  readonly #output: MarkerSplitter;
  readonly #messages: MarkerSplitter;
  /** Starts with a byte that texts do not end with: what could be a part of the marker has to wait for what follows. */
  readonly #marker = `\u001E${createMarker()}`;
  readonly #options: BatchOptions;
  #process: CurlProcess | undefined;
  #stall: NodeJS.Timeout | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #begun = 0;
  #isUnwanted = false;
  #isHung = false;
  #isReleased = false;

  constructor(transfers: readonly CurlTransfer[], events: CarrierEvents<CurlEnd>, options: BatchOptions) {
    this.#members = transfers.map((transfer) => ({
      transfer,
      sink: createBodySink({
        limit: transfer.maxBodyBytes,
        file: path.join(transfer.temporaryDirectory, `curl-${randomUUID()}`),
      }),
      messages: [],
      writeOut: [],
      size: 0,
      state: 'waiting',
    }));
    this.#events = events;
    this.#options = options;
    const marker = Buffer.from(this.#marker);
    this.#output = createMarkerSplitter({
      marker,
      onBytes: (bytes, section) => void this.#members[section]?.sink.write(bytes),
      onEnd: (section) => this.#finishIfSaid(section),
    });
    this.#messages = createMarkerSplitter({
      marker,
      onBytes: (bytes, section) => this.#take(bytes, section),
      onEnd: (section) => {
        if (section % 2 === 1) this.#said((section - 1) / 2);
      },
    });
  }

  /** Runs to the end; never throws for what curl or a server does. */
  async run(): Promise<void> {
    const [first] = this.#members;
    if (first === undefined) return;
    const signals = new Set(this.#members.map(({ transfer }) => transfer.signal));
    const kill = (): void => this.kill();
    for (const signal of signals) signal.addEventListener('abort', kill, { once: true });
    try {
      const process = await (this.#options.start ?? startCurlProcess)({
        config: this.#config(),
        curlPath: first.transfer.curlPath,
        environment: first.transfer.environment,
        onOutput: (chunk) => {
          this.#output.push(chunk);
          return this.#members.every(({ sink }) => sink.refusal === undefined);
        },
        onMessages: (chunk) => {
          this.#messages.push(chunk);
          return this.#members.every(({ size }) => size <= MESSAGES_LIMIT);
        },
      });
      this.#process = process;
      if (this.#isUnwanted || [...signals].some(({ aborted }) => aborted)) kill();
      this.#watch(first);
      this.#end(await process.ended);
    } finally {
      for (const signal of signals) signal.removeEventListener('abort', kill);
    }
  }

  /** Ends the process at once. */
  kill(): void {
    this.#isUnwanted = true;
    this.#process?.kill();
  }

  /**
   * The transfers' configs, one section each. Every connection is bound to a local port of its own: curl never uses a connection again
   * for one with another, so a transfer cannot see what an earlier one left behind (bytes too many, a login that belongs to a
   * connection), and no request is sent a second time because an old connection turned out to be dead.
   */
  #config(): string {
    const sections = this.#members.map(({ transfer }, index) => {
      const port = index === 0 ? 0 : this.#options.nextPort();
      return (
        transfer.config +
        transferOptions(transfer, this.#marker, [
          { name: 'no-buffer' },
          { name: 'no-sessionid' },
          { name: 'write-out', value: `%{stdout}${this.#marker}%{stderr}${this.#marker}${writeOutFormat}${this.#marker}` },
          ...(port === 0 ? [] : [{ name: 'local-port', value: `${port}-${port + PORTS}` }]),
        ])
      );
    });
    return sections.join('next\n');
  }

  #take(bytes: Buffer, section: number): void {
    const member = this.#members[Math.floor(section / 2)];
    if (member === undefined) return;
    member.size += bytes.length;
    if (member.size <= MESSAGES_LIMIT) (section % 2 === 0 ? member.messages : member.writeOut).push(bytes);
  }

  /** curl has said its last word on a transfer, after it had written the whole body. */
  #said(index: number): void {
    const member = this.#members[index];
    if (member?.state !== 'waiting') return;
    member.state = 'said';
    const next = this.#members[index + 1];
    if (next !== undefined) this.#watch(next);
    // The body is in the pipe by now, but perhaps not yet read; two rounds of events later it is. Its marker comes with the next body.
    setImmediate(() => setImmediate(() => this.#finishIfDrained(index)));
  }

  #finishIfDrained(index: number): void {
    if (!this.#output.isHolding) this.#finishIfSaid(index);
  }

  #finishIfSaid(index: number): void {
    const member = this.#members[index];
    if (member?.state !== 'said') return;
    const writeOut = Buffer.concat(member.writeOut).toString('utf8');
    const { exitCode, seconds = 0 } = readCurlWriteOut(writeOut);
    if (exitCode === undefined || exitCode === NO_PORT) this.#finish(index, undefined);
    else this.#finish(index, { exitCode, writeOut, milliseconds: seconds * 1000, end: { timedOut: false, exitCode } });
    // Those behind a slow transfer were given back, so the process must not come to them.
    if (this.#isReleased && !this.#members.some(({ state }) => state === 'waiting')) this.#process?.kill();
  }

  #finish(index: number, how: Finish | undefined): void {
    const member = this.#members[index];
    if (member === undefined || member.state === 'finished') return;
    member.state = 'finished';
    if (how === undefined) {
      member.sink.discard();
      this.#events.onFinish(index, undefined);
      return;
    }
    const { signal } = member.transfer;
    const cut = signal.aborted ? 'interrupted' : findCut(how.end, member.sink, member.size > MESSAGES_LIMIT);
    this.#events.onFinish(index, {
      exitCode: how.exitCode,
      ...(cut === undefined ? {} : { cut }),
      messages: Buffer.concat(member.messages).toString('latin1'),
      writeOut: how.writeOut,
      body: member.sink.end({ incomplete: how.exitCode !== 0 }),
      milliseconds: how.milliseconds,
    });
  }

  /** Starts to wait for a transfer, which has its own time limit. */
  #watch({ transfer }: Member): void {
    clearTimeout(this.#stall);
    clearTimeout(this.#watchdog);
    this.#begun = performance.now();
    if (!this.#isReleased) this.#stall = setTimeout(() => this.#giveBack(), this.#options.patienceMilliseconds);
    this.#watchdog = setTimeout(
      () => {
        this.#isHung = true;
        this.#process?.kill();
      },
      transfer.timeoutSeconds * 1000 + GRACE_MILLISECONDS,
    );
  }

  /** Lets nobody wait for the transfer that is under way but those who want it. */
  #giveBack(): void {
    // What curl has said its last word on may still have its body in the pipe: it finishes by itself.
    const current = this.#members.findIndex(({ state }) => state === 'waiting');
    for (const [index, member] of this.#members.entries()) {
      if (index <= current || member.state !== 'waiting') continue;
      member.state = 'finished';
      member.sink.discard();
      this.#events.onGiveBack(index);
    }
    this.#release();
  }

  #release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#events.onRelease();
  }

  #end(end: CurlProcessEnd): void {
    clearTimeout(this.#stall);
    clearTimeout(this.#watchdog);
    this.#output.release();
    const milliseconds = performance.now() - this.#begun;
    const current = this.#members.find(({ state }) => state === 'waiting');
    for (const [index, member] of this.#members.entries()) {
      this.#finishIfSaid(index);
      const timedOut = this.#isHung && member === current;
      const isCut =
        timedOut || member.sink.refusal !== undefined || member.size > MESSAGES_LIMIT || member.transfer.signal.aborted;
      this.#finish(index, isCut ? { exitCode: undefined, writeOut: '', milliseconds, end: { ...end, timedOut } } : undefined);
    }
    this.#release();
  }
}

interface Finish {
  readonly exitCode: number | undefined;
  readonly writeOut: string;
  readonly milliseconds: number;
  readonly end: CurlProcessEnd;
}
