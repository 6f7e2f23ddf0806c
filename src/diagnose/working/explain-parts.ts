import type { RequestSpec } from '../../model/request-spec.ts';
import type { CauseCode, Diagnosis } from '../../model/verdict.ts';
import { at } from '../at.ts';
import { causes } from '../causes.ts';
import { examine } from '../conclude/examine.ts';
import { headerText } from '../edit-request.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Change } from '../experiments/change.ts';
import { classifyPart } from './classify-part.ts';
import { compareRequests, type RequestPart } from './compare-requests.ts';
import { fixPart } from './fix-part.ts';
import type { Halving } from './halve.ts';

interface Explaining {
  readonly working: RequestSpec;
  readonly evidence: Evidence;
  /** Every difference of the two requests, for people. */
  readonly list: string;
}

interface Explained {
  readonly diagnoses: readonly Diagnosis[];
  readonly addition?: string;
}

/** The causes of the differences that make the action work; each is needed where the set is minimal. */
export function explainParts({ parts, isMinimal }: Halving<RequestPart>, { working, evidence, list }: Explaining): Explained {
  const labels = parts.map(({ label }) => label).join(' and ');
  const said = [
    `with ${labels} of the request that works the action works`,
    isMinimal
      ? parts.length === 1
        ? 'nothing else makes the difference'
        : 'none of them can be left out'
      : 'there was no request left to narrow it down',
    `the two differ in ${list}`,
  ];
  const known = knownChange(parts, evidence);
  if (known !== null) {
    const addition = isMinimal ? known.addition : undefined;
    return {
      diagnoses: [
        {
          code: known.claims,
          article: causes[known.claims].article,
          confidence: isMinimal ? 'confirmed' : 'likely',
          evidence: [...(examine(evidence).find(({ code }) => code === known.claims)?.evidence ?? []), ...said],
          fix: known.fix,
          ...at(known.pointer),
        },
      ],
      ...(addition === undefined ? {} : { addition }),
    };
  }
  const byCode = new Map<CauseCode, RequestPart[]>();
  for (const part of parts) {
    const code = classifyPart(part, working, evidence);
    byCode.set(code, [...(byCode.get(code) ?? []), part]);
  }
  if (byCode.size > 1 && byCode.has('unexplained') && !isMinimal) return { diagnoses: [vague(parts, said)] };
  const isTinesOwn = isMinimal && parts.length === 1 && byCode.has('user-agent-blocked') && isTinesName(evidence);
  const told = [...byCode].toSorted(([left], [right]) => Number(left === 'unexplained') - Number(right === 'unexplained'));
  return {
    diagnoses: told.map(([code, some]) => ({
      code,
      article: causes[code].article,
      confidence: isMinimal && !(code === 'unexplained' && told.length > 1) && isProved(code, evidence) ? 'confirmed' : 'likely',
      evidence: said,
      fix: some.map((part) => fixPart(part, { working, evidence, code })).join('; '),
      ...at(some[0] === undefined ? undefined : optionPointer(evidence.input.action, pathOf(some[0]))),
    })),
    ...(isTinesOwn ? { addition: 'its User-Agent' } : {}),
  };
}

/** The change of a rule that makes of the action's request the same as these parts do. */
function knownChange(parts: readonly RequestPart[], evidence: Evidence): Change | null {
  const { request, reveal } = evidence.input;
  const target = parts.reduce<RequestSpec>((changed, part) => part.apply(changed), request);
  const changes = examine(evidence).flatMap(({ changes: some = [] }) => some);
  const isSame = ({ request: changed }: Change) =>
    compareRequests(changed, target, reveal).every(({ kind }) => kind === 'body' && isSameText(changed, target, reveal));
  return changes.find(isSame) ?? null;
}

function isSameText(left: RequestSpec, right: RequestSpec, reveal: Evidence['input']['reveal']): boolean {
  if (left.body.kind !== 'text' || right.body.kind !== 'text') return false;
  const [mine, theirs] = [left.body.text, right.body.text].map((text) => reveal(text).replace(SPACE, '$1'));
  return mine === theirs;
}

// Between the parts of a JSON text, not in its strings.
const SPACE = /("(?:[^"\\]|\\.)*")|\s+/g;

// Another credential that works may have another right, or be valid: the server's own word decides.
function isProved(code: CauseCode, { own, words }: Evidence): boolean {
  return code !== 'permission-missing' || own.status !== 403 || words.some(({ says }) => says === 'permission-missing');
}

function isTinesName({ input }: Evidence): boolean {
  return input.reveal(headerText(input.request, 'User-Agent') ?? []).startsWith('Tines (');
}

function vague(parts: readonly RequestPart[], said: readonly string[]): Diagnosis {
  return {
    code: 'unexplained',
    article: null,
    confidence: 'likely',
    evidence: said,
    fix: `take over from the request that works: ${parts.map(({ label }) => label).join(' and ')}`,
  };
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
