import type { RequestSpec } from '../../model/request-spec.ts';
import type { Diagnosis } from '../../model/verdict.ts';
import { at } from '../at.ts';
import { causes } from '../causes.ts';
import type { Laboratory } from '../conclude/laboratory.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { classifyPart } from './classify-part.ts';
import { compareRequests, type RequestPart } from './compare-requests.ts';
import { explainParts } from './explain-parts.ts';
import { type Halving, halve } from './halve.ts';

interface Compared {
  readonly diagnoses: readonly Diagnosis[];
  /** What Tines adds by itself, where only that makes the difference. */
  readonly addition?: string;
}

/** Why the action fails where a request that is known to work does not: the smallest set of differences that makes it work. Empty where they do not differ. */
export async function compareWorking(working: RequestSpec, evidence: Evidence, laboratory: Laboratory): Promise<Compared> {
  const { input, url, isGood } = evidence;
  const parts = compareRequests(input.request, working, input.reveal);
  if (parts.length === 0) return { diagnoses: [] };
  const list = parts.map(({ label }) => label).join(', ');
  const elsewhere = input.reveal(working.url);
  if (!URL.canParse(elsewhere) || new URL(elsewhere).origin !== url.origin) return alone(goesElsewhere(elsewhere, evidence));
  const answer = await laboratory.ask(working, 'the request that is known to work');
  if (answer === null) return alone(possible(parts, working, evidence));
  if (!isGood(answer)) {
    return alone({
      code: 'unexplained',
      article: null,
      confidence: 'possible',
      evidence: [
        `the request that is known to work is answered ${answer.status ?? 'not at all'} too`,
        `it differs from the action in ${list}`,
      ],
      fix: 'check the request given with --working: it does not work from here now',
    });
  }
  const halving = await halve(parts, async (some) => {
    const changed = some.reduce<RequestSpec>((request, part) => part.apply(request), input.request);
    const got = await laboratory.ask(changed, `with ${some.map(({ label }) => label).join(' and ')} of the request that works`);
    return got === null ? null : isGood(got);
  });
  const again = await laboratory.ask(input.request, 'the action’s own request again');
  const found = explainParts(halving, { working, evidence, list });
  if (again === null || !isGood(again)) return found;
  return {
    diagnoses: found.diagnoses.map((diagnosis) => ({
      ...diagnosis,
      confidence: 'possible',
      evidence: [...diagnosis.evidence, 'the same request also succeeded'],
    })),
  };
}

function alone(diagnosis: Diagnosis): Compared {
  return { diagnoses: [diagnosis] };
}

function goesElsewhere(address: string, { input, url }: Evidence): Diagnosis {
  const place = URL.canParse(address) ? new URL(address).origin : 'elsewhere';
  return {
    code: 'wrong-environment',
    article: 'permission',
    confidence: 'possible',
    evidence: [`the request that works goes to ‹${place}›, and the action to ‹${url.origin}›`],
    fix: `set url to an address at ${place}`,
    ...at(optionPointer(input.action, ['url'])),
  };
}

function possible(parts: Halving<RequestPart>['parts'], working: RequestSpec, evidence: Evidence): Diagnosis {
  const [first] = parts;
  const code = first !== undefined && parts.length === 1 ? classifyPart(first, working, evidence) : 'unexplained';
  const list = parts.map(({ label }) => label).join(', ');
  return {
    code,
    article: causes[code].article,
    confidence: 'possible',
    evidence: [`the request that works differs in ${list}`, 'nothing was sent to find out which of it matters'],
    fix: `take over from the request that works, one by one: ${list}`,
  };
}
