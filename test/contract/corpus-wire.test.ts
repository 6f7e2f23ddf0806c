import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provenRequest } from '../../src/commands/prove/proven-request.ts';
import { HarnessError } from '../../src/harness-error.ts';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import { hasCorpus, readCorpus, specifyWithMadeUp } from './corpus-world.ts';
import type { ExpectedRequest } from './emit-hostile-requests.ts';
import { type Arrivals, type BatchRequest, type BatchSender, createBatchSender } from './emit-send-batch.ts';
import { specifiedBytes } from './emit-specified-bytes.ts';
import { wireDifferences } from './emit-wire-differences.ts';

interface Sample extends BatchRequest {
  readonly name: string;
  readonly expected: ExpectedRequest;
}

describe.skipIf(!hasCorpus)('real actions with made-up values', () => {
  let sender: BatchSender;
  const samples: Sample[] = [];
  const unspecified: string[] = [];
  const lanes = new Map<string, Arrivals>();

  beforeAll(async () => {
    const corpus = readCorpus();
    sender = await createBatchSender(corpus.length);
    for (const [server, recorded] of corpus.entries()) {
      const request = specifyWithMadeUp(recorded);
      if (request instanceof HarnessError) unspecified.push(`${recorded.name}: ${request.message}`);
      else samples.push({ name: recorded.name, ...sampleOf(request, server) });
    }
    lanes.set('curl in bash', await sender.bash(samples));
    lanes.set('curl by config', await sender.config(samples));
    lanes.set('newman', await sender.newman(samples, false));
  }, 120_000);
  afterAll(() => sender?.close());

  function sampleOf(request: RequestSpec, server: number): Omit<Sample, 'name'> {
    const origin = sender.servers[server]?.origin ?? '';
    const proven = provenRequest(request, origin);
    return { ...proven, server, expected: specifiedBytes(proven.request, proven.values) };
  }

  test('arrive from both forms of the cURL command and from Newman as the request says', () => {
    const failures = samples.flatMap(({ name, expected }, index) =>
      [...lanes].flatMap(([lane, arrivals]) => {
        const arrived = arrivals[index] ?? [];
        const wrong = [...(arrived.length > 1 ? [`${arrived.length} requests`] : []), ...wireDifferences(expected, arrived[0])];
        return wrong.length === 0 ? [] : [{ name, lane, wrong }];
      }),
    );
    const failed = new Set(failures.map(({ name }) => name)).size;
    const total = samples.length + unspecified.length;
    const list = unspecified.map((line) => `\n  not specified: ${line}`).join('');
    console.log(`corpus on the wire: ${samples.length - failed}/${total}${list}`);
    expect([...failures, ...sender.troubles]).toEqual([]);
  });

  test('are all specified, but for those that are wrong in themselves', () => {
    const known = unspecified.filter((line) => /After ‹.› should come a key|‹https:\/\/\/[^‹›]*› has no valid host/.test(line));
    expect(unspecified).toEqual(known);
  });
});
