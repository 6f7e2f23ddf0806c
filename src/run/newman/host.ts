// A program of its own: it runs Newman in a process that may be ended at any moment. Started by `startNewman`, spoken to by messages.
import process from 'node:process';
import { patchNewman } from './host/patch-newman.ts';
import { runCollection } from './host/run-collection.ts';
import { watchStrayErrors } from './host/stray-errors.ts';
import { type FromHost, PROTOCOL_VERSION, type ToHost } from './protocol.ts';

declare const NEWMAN_VERSION: string;
declare const SCRIPTS: 'none' | 'allowed';

// To know whose an error is costs time for every promise, and only scripts leave errors uncaught.
const watched = SCRIPTS === 'allowed' ? watchStrayErrors() : (_: AbortController, work: () => Promise<void>) => work();
const running = new Map<number, AbortController>();

patchNewman({ scripts: SCRIPTS });
process.on('message', (message: ToHost) => {
  if (message.type === 'interrupt') running.get(message.id)?.abort();
  else void run(message);
});
// Ctrl-C reaches the whole group of processes; the program decides what ends when, and closes the channel.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
send({ type: 'ready', protocol: PROTOCOL_VERSION, newman: NEWMAN_VERSION });

async function run({ id, request }: Extract<ToHost, { type: 'run' }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  await watched(controller, async () => {
    const results = await runCollection(request, {
      signal: controller.signal,
      onItem: atMostEachSecond(() => send({ type: 'began', id })),
    });
    send({ type: 'done', id, results });
  });
  running.delete(id);
}

/** The watchdog on the other side has many seconds of patience; a message for each of a thousand requests costs more than they tell. */
function atMostEachSecond(tell: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < 1000) return;
    last = now;
    tell();
  };
}

function send(message: FromHost): void {
  if (process.connected) process.send?.(message);
}
