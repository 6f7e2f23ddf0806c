// A program of its own: it runs Newman in a process that may be ended at any moment. Started by `startNewman`, spoken to by messages.
import process from 'node:process';
import { patchNewman } from './host/patch-newman.ts';
import { runCollection } from './host/run-collection.ts';
import { type FromHost, PROTOCOL_VERSION, type ToHost } from './newman-protocol.ts';

declare const NEWMAN_VERSION: string;
declare const SCRIPTS: 'none' | 'allowed';

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
  const results = await runCollection(request, { signal: controller.signal, onItem: () => send({ type: 'began', id }) });
  running.delete(id);
  send({ type: 'done', id, results });
}

function send(message: FromHost): void {
  if (process.connected) process.send?.(message);
}
