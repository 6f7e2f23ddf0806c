import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkValues } from '../../src/emit/check/check-values.ts';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printConfig } from '../../src/emit/curl/print-config.ts';
import { emitPostman } from '../../src/emit/postman/emit-postman.ts';
import { HarnessError } from '../../src/harness-error.ts';
import type { RecordedWireRequest } from '../support/recording-server.ts';
import { type AddressedRequest, addressRequest } from './emit-address-request.ts';
import { forbiddenChange } from './emit-forbidden-changes.ts';
import type { ExpectedRequest } from './emit-hostile-requests.ts';
import { randomRequest } from './emit-random-requests.ts';
import { type Arrivals, type BatchSender, createBatchSender } from './emit-send-batch.ts';
import { wireDifferences } from './emit-wire-differences.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const batchSize = 200;
/** The shell starts a curl of its own for each command, which takes longer than everything else. */
const bashSize = 25;

let sender: BatchSender;
beforeAll(async () => {
  sender = await createBatchSender(batchSize);
});
afterAll(() => sender.close());

test(
  `${runs} random requests arrive as specified from the config form, from Newman, and a sample of them from bash`,
  async () => {
    const counts = { config: 0, newman: 0, bash: 0 };
    for (let batchNumber = 0; batchNumber * batchSize < runs; batchNumber += 1) {
      const size = Math.min(batchSize, runs - batchNumber * batchSize);
      const repeat = `repeat with FUZZ_SEED=${seed + batchNumber} FUZZ_RUNS=${size}`;
      const drawn = fc.sample(randomRequest, { numRuns: size, seed: seed + batchNumber });
      const batch = drawn.map((request, index) => addressRequest(request, sender.servers[index]?.origin ?? '', index));
      const check = (lane: keyof typeof counts, sent: readonly AddressedRequest[], arrivals: Arrivals): void => {
        counts[lane] += arrivals.length;
        const failures = sent.flatMap(({ expected, drawn: shown, server }, index) => {
          const arrived = arrivals[index] ?? [];
          const port = sender.servers[server]?.port ?? 0;
          const wrong = [...differences(expected, arrived), ...framingDifferences(expected, arrived[0], port)];
          return wrong.length === 0 ? [] : [`${lane} ${JSON.stringify(shown)}: ${wrong.join('; ')}`];
        });
        // The shortest is the easiest to understand.
        const shortest = failures.sort((one, other) => one.length - other.length).slice(0, 5);
        expect([...shortest, ...sender.troubles], `${failures.length} failures; ${repeat}`).toEqual([]);
      };
      check('config', batch, await sender.config(batch));
      check('newman', batch, await sender.newman(batch, true));
      const sample = batch.filter(({ hasBlankSecret }) => !hasBlankSecret).slice(0, bashSize);
      check('bash', sample, await sender.bash(sample));
    }
    const shown = Object.entries(counts).map(([lane, count]) => `${lane} ${count}`);
    console.log(`random requests on the wire: ${shown.join(', ')}`);
  },
  Math.max(300_000, runs * 150),
);

function differences(expected: ExpectedRequest, arrived: readonly RecordedWireRequest[]): readonly string[] {
  return [...(arrived.length > 1 ? [`${arrived.length} requests`] : []), ...wireDifferences(expected, arrived[0])];
}

/** What a message needs around it, and nothing more (RFC 9112, section 6). */
function framingDifferences(
  { method, body }: ExpectedRequest,
  sent: RecordedWireRequest | undefined,
  port: number,
): readonly string[] {
  if (sent === undefined) return [];
  const valuesOf = (wanted: string) => sent.headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const announces = body.length > 0 || ['POST', 'PUT', 'PATCH'].includes(method);
  const lengths = valuesOf('content-length');
  return [
    ...(valuesOf('host').join() === `127.0.0.1:${port}` ? [] : [`host ${valuesOf('host').join()}`]),
    ...(lengths.join() === String(body.length) || (lengths.length === 0 && !announces) ? [] : [`length ${lengths.join()}`]),
    ...['connection', 'transfer-encoding'].flatMap((name) => valuesOf(name).map((value) => `${name} ${value}`)),
  ];
}

test('what HTTP forbids is refused in every position, by each artifact and before anything is sent', () => {
  const hidden = 'secret-part';
  fc.assert(
    fc.property(randomRequest, forbiddenChange, (drawn, change) => {
      const allowed = addressRequest(drawn, 'http://127.0.0.1:1', 0);
      const values = new Map([...allowed.values, ['bad', change.secret === undefined ? '' : hidden + change.secret]]);
      const request = change.apply(allowed.request);
      const attempts = [
        () => printConfig(emitCurl(request), values, { body: '/dev/null' }),
        () => emitPostman(request, { name: '', values }),
        () => checkValues(request, values),
      ];
      for (const attempt of attempts) {
        expect(attempt).toThrow(HarnessError);
        expect(attempt).not.toThrow(hidden);
      }
    }),
    { numRuns: Math.min(runs, 20_000), seed },
  );
});
