import type { RequestSpec } from '../model/request-spec.ts';
import type { Diagnosis } from '../model/verdict.ts';
import { at } from './at.ts';
import { causes } from './causes.ts';
import { classifyPart } from './classify-part.ts';
import { compareRequests, type RequestPart } from './compare-requests.ts';
import { headerText } from './edit-request.ts';
import type { Evidence } from './evidence/evidence.ts';
import { optionPointer } from './evidence/option-text.ts';
import { halve } from './halve.ts';
import type { Laboratory } from './laboratory.ts';

/** Why the action fails where a request that is known to work does not: the smallest set of differences that makes it work. Empty where they do not differ. */
export async function compareWorking(
  working: RequestSpec,
  evidence: Evidence,
  laboratory: Laboratory,
): Promise<readonly Diagnosis[]> {
  const { input, url, isGood } = evidence;
  const parts = compareRequests(input.request, working, input.reveal);
  if (parts.length === 0) return [];
  const list = parts.map(({ label }) => label).join(', ');
  const elsewhere = input.reveal(working.url);
  if (!URL.canParse(elsewhere) || new URL(elsewhere).origin !== url.origin) {
    const place = URL.canParse(elsewhere) ? new URL(elsewhere).origin : 'elsewhere';
    return [
      {
        code: 'wrong-environment',
        article: 'permission',
        confidence: 'possible',
        evidence: [`the request that works goes to ‹${place}›, and the action to ‹${url.origin}›`],
        fix: `set url to an address at ${place}`,
        ...at(optionPointer(input.action, ['url'])),
      },
    ];
  }
  const answer = await laboratory.ask(working, 'the request that is known to work');
  if (answer === null) return [possible(parts, working, evidence)];
  if (!isGood(answer)) {
    return [
      {
        code: 'unexplained',
        article: null,
        confidence: 'possible',
        evidence: [
          `the request that is known to work is answered ${answer.status ?? 'not at all'} too`,
          `it differs from the action in ${list}`,
        ],
        fix: 'check the request given with --working: it does not work from here now',
      },
    ];
  }
  const halving = await halve(parts, async (some) => {
    const changed = some.reduce<RequestSpec>((request, part) => part.apply(request), input.request);
    const got = await laboratory.ask(changed, `with ${some.map(({ label }) => label).join(' and ')} of the request that works`);
    return got === null ? null : isGood(got);
  });
  return [explain(halving.parts, halving.isMinimal, { working, evidence, list })];
}

interface Explaining {
  readonly working: RequestSpec;
  readonly evidence: Evidence;
  readonly list: string;
}

function explain(parts: readonly RequestPart[], isMinimal: boolean, { working, evidence, list }: Explaining): Diagnosis {
  const codes = [...new Set(parts.map((part) => classifyPart(part, working, evidence)))];
  const named = codes.filter((code) => code !== 'unexplained' && code !== 'client-header');
  const [only] = named;
  const code =
    isMinimal && only !== undefined && named.length === 1 && (codes.length === 1 || parts.length <= 2)
      ? only
      : isMinimal && codes.length === 1
        ? (codes[0] ?? 'unexplained')
        : 'unexplained';
  const labels = parts.map(({ label }) => label).join(' and ');
  const first = parts[0];
  return {
    code,
    article: causes[code].article,
    confidence: isMinimal ? 'confirmed' : 'likely',
    evidence: [
      `with ${labels} of the request that works the action works`,
      isMinimal
        ? parts.length === 1
          ? 'nothing else makes the difference'
          : 'none of them can be left out'
        : 'there was no request left to narrow it down',
      `the two differ in ${list}`,
    ],
    fix: parts.length === 1 && first !== undefined ? fixOf(first, working) : `take over from the request that works: ${labels}`,
    ...at(first === undefined ? undefined : optionPointer(evidence.input.action, pathOf(first))),
  };
}

function possible(parts: readonly RequestPart[], working: RequestSpec, evidence: Evidence): Diagnosis {
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

function fixOf({ kind, name, label }: RequestPart, working: RequestSpec): string {
  const value = kind === 'header' ? headerText(working, name) : undefined;
  const isPublic =
    value !== undefined &&
    /^(?:user-agent|accept.*|content-type|origin|referer|x-requested-with)$/i.test(name) &&
    value.every((piece) => typeof piece === 'string');
  if (isPublic) return `write "${value.join('')}" in the ${name} header`;
  if (kind === 'header' && value === undefined) return `remove the header ${name}`;
  return kind === 'method' ? `set method to "${working.method.toLowerCase()}"` : `take over ${label} from the request that works`;
}

function pathOf({ kind, name }: RequestPart): readonly string[] {
  const places: Readonly<Record<RequestPart['kind'], readonly string[]>> = {
    method: ['method'],
    path: ['url'],
    query: ['payload', name],
    header: ['headers', name],
    body: ['payload'],
    redirects: ['disable_redirect_follow'],
  };
  return places[kind];
}
