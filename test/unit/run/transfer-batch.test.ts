import { expect, it } from 'vitest';
import type { CurlProcessEnd, startCurlProcess } from '../../../src/run/curl/process.ts';
import type { CurlEnd, CurlTransfer } from '../../../src/run/curl/transfer.ts';
import { TransferBatch } from '../../../src/run/curl/transfer-batch.ts';

const transfer: CurlTransfer = {
  config: 'url = "http://127.0.0.1/"',
  timeoutSeconds: 30,
  maxBodyBytes: 1000,
  signal: new AbortController().signal,
  curlPath: 'curl',
  environment: {},
  temporaryDirectory: '/nowhere',
};

interface Pipes {
  readonly marker: Buffer;
  readonly onOutput: (chunk: Buffer) => unknown;
  readonly onMessages: (chunk: Buffer) => unknown;
}

/** A batch of three; `curl` plays what the program writes to its pipes. */
async function play(curl: (pipes: Pipes) => Promise<void>): Promise<readonly (CurlEnd | string | undefined)[]> {
  const ends: (CurlEnd | string | undefined)[] = [];
  let exit: (end: CurlProcessEnd) => void = () => undefined;
  const start: typeof startCurlProcess = async ({ config, onOutput, onMessages }) => {
    const marker = Buffer.from(/%\{stdout\}(.*?)%\{stderr\}/u.exec(config)?.[1] ?? '');
    const ended = new Promise<CurlProcessEnd>((resolve) => {
      exit = resolve;
    });
    setImmediate(() => void curl({ marker, onOutput, onMessages }).finally(() => exit({ timedOut: false, exitCode: 0 })));
    return { ended, kill: () => exit({ timedOut: false, signal: 'SIGKILL' }) };
  };
  const batch = new TransferBatch(
    [transfer, transfer, transfer],
    {
      onFinish: (index, end) => {
        ends[index] = end;
      },
      onGiveBack: (index) => {
        ends[index] = 'given back';
      },
      onRelease: () => undefined,
    },
    { nextPort: () => 16_000, patienceMilliseconds: 1, start },
  );
  await batch.run();
  return ends;
}

const writeOut = ({ marker }: Pipes): Buffer => Buffer.concat([marker, Buffer.from('0 0.001 0 '), marker]);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
function keepBusy(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}
const bodyOf = (end: CurlEnd | string | undefined): string =>
  typeof end === 'object' ? Buffer.from(end.body.bytes).toString() : String(end);

it('waits for the body that is read after curl’s last word, whatever patience says meanwhile', async () => {
  const [first, second, third] = await play(async (pipes) => {
    pipes.onMessages(writeOut(pipes));
    // The timer of patience is due before anything else is read.
    keepBusy(20);
    await turn();
    pipes.onOutput(Buffer.from('a body'));
    await turn();
    await turn();
    // The slow one goes on.
    pipes.onOutput(Buffer.concat([pipes.marker, Buffer.from('late')]));
    pipes.onMessages(writeOut(pipes));
    await turn();
    await turn();
  });
  expect([first, second, third].map(bodyOf)).toEqual(['a body', 'late', 'given back']);
});
