import type { CauseCode, Confidence, Diagnosis } from '../../model/verdict.ts';
import { at } from '../at.ts';
import { causes } from '../causes.ts';
import { type Evidence, type Step, standing } from '../evidence/evidence.ts';
import type { Trial } from '../experiments/change.ts';
import type { Suspected } from '../rules/suspicion.ts';
import { catalogueOrder, examine } from './examine.ts';
import { isWorse } from './is-worse.ts';

const RANKS: Readonly<Record<Confidence, number>> = { confirmed: 0, likely: 1, possible: 2 };
/** Explain a refused credential more exactly than that it is refused. */
const PRECISE: ReadonlySet<CauseCode> = new Set([
  'credential-expired',
  'credential-not-yet-valid',
  'wrong-audience',
  'wrong-environment',
  'clock-skew',
  'credential-whitespace',
  'credential-quoted',
  'scheme-wrong',
  'header-wrong',
  'scheme-doubled',
  'scheme-missing',
  'basic-not-encoded',
  'basic-no-colon',
  'basic-double-encoded',
  'basic-url-safe',
  'credential-empty',
]);

/** What the evidence amounts to: the most certain first, then the most telling. Never empty: what nothing explains is said to be unexplained. */
export function conclude(evidence: Evidence): readonly Diagnosis[] {
  const { after } = evidence;
  if (after === undefined) return concludeSingly(evidence);
  const rest = conclude(after.evidence);
  const isFlipped = hasFlipped(after.evidence);
  if (isFlipped) return [together(after, evidence), ...rest.map((diagnosis) => withDoubt(diagnosis, after))];
  if (after.trial.effect !== 'moved') return concludeSingly(evidence);
  // What the server says now that the first fault is out of the way.
  const told = rest.filter(({ code, confidence }) => confidence !== 'possible' && code !== after.trial.change.claims);
  const own = concludeSingly(evidence);
  return rank([...own, ...told.filter(({ code }) => !own.some((diagnosis) => diagnosis.code === code))]);
}

export function hasFlipped({ trials, after }: Evidence): boolean {
  return trials.some(({ effect }) => effect === 'flipped') || (after !== undefined && hasFlipped(after.evidence));
}

function rank(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  return diagnoses.toSorted((left, right) => RANKS[left.confidence] - RANKS[right.confidence]);
}

/** The first of several changes that only together make the request work. */
function together({ trial, isNeeded }: Step, evidence: Evidence): Diagnosis {
  const { change, answer } = trial;
  const suspicion = examine(evidence).find(({ code }) => code === change.claims);
  return {
    code: change.claims,
    article: causes[change.claims].article,
    confidence: isNeeded === true ? 'confirmed' : 'likely',
    evidence: [
      ...(suspicion?.evidence ?? []),
      `${change.name} alone the server still answers ${answer.status ?? 'nothing'}; together with the next cause’s change it works`,
      ...(isNeeded === true ? ['without it the next cause’s change does not work either'] : []),
    ],
    fix: change.fix,
    ...at(change.pointer ?? suspicion?.pointer),
  };
}

// Whether the last change would do by itself is not known.
function withDoubt(diagnosis: Diagnosis, { isNeeded }: Step): Diagnosis {
  return isNeeded === true || diagnosis.confidence !== 'confirmed' ? diagnosis : { ...diagnosis, confidence: 'likely' };
}

function concludeSingly(evidence: Evidence): readonly Diagnosis[] {
  const suspected = examine(evidence);
  const flipped = evidence.trials.find(({ effect }) => effect === 'flipped');
  if (flipped !== undefined) {
    const settled = suspected.filter(({ isSettled, code }) => isSettled === true && code !== flipped.change.claims);
    return [
      proved(
        flipped,
        suspected.find(({ code }) => code === flipped.change.claims),
      ),
      ...settled.map(toDiagnosis),
    ];
  }
  const weighed = suspected.flatMap((suspicion) => weigh(suspicion, evidence) ?? []);
  const isPrecise = weighed.some(({ code, confidence }) => PRECISE.has(code) && confidence !== 'possible');
  const ranked = weighed
    .map((suspicion) =>
      isPrecise &&
      (suspicion.code === 'credential-rejected' || suspicion.code === 'permission-missing') &&
      suspicion.isSettled !== true
        ? lower(suspicion)
        : suspicion,
    )
    .toSorted(
      (left, right) =>
        RANKS[left.confidence] - RANKS[right.confidence] ||
        right.weight - left.weight ||
        catalogueOrder(left.code) - catalogueOrder(right.code),
    );
  // A guess that nothing speaks for is worth naming only where nothing better is known.
  const isKnown = ranked.some(({ confidence }) => confidence !== 'possible');
  const isSettled = ranked[0]?.confidence === 'confirmed';
  const told = ranked.filter((suspicion) => !isKnown || !isGuess(suspicion, isSettled));
  return told.length === 0 ? [unexplained(evidence)] : told.map(toDiagnosis);
}

/** The diagnosis of a change that made the request work. */
function proved({ change, answer, proves: shown }: Trial, suspicion: Suspected | undefined): Diagnosis {
  const { claims, name, fix, pointer, proves = shown ?? 'confirmed' } = change;
  return {
    code: claims,
    article: causes[claims].article,
    confidence: proves,
    evidence: [
      ...(suspicion?.evidence ?? []),
      `${name} the server answered ${answer.status ?? 'nothing'}${shown === undefined ? '' : ', which could not be tested again'}`,
    ],
    fix,
    ...at(pointer ?? suspicion?.pointer),
  };
}

function weigh(suspicion: Suspected, evidence: Evidence): Suspected | null {
  const { trials } = evidence;
  const own = trials.filter(({ change }) => change.claims === suspicion.code);
  const moved = own.find(({ effect }) => effect === 'moved');
  if (moved !== undefined) {
    const { change, answer } = moved;
    return {
      ...suspicion,
      confidence: 'likely',
      weight: 99,
      fix: change.fix,
      evidence: [
        ...suspicion.evidence,
        `${change.name} the server answers otherwise (${answer.status ?? 'nothing'}), and still refuses`,
      ],
    };
  }
  if (own.length === 0 || suspicion.confidence === 'confirmed') return suspicion;
  const names = new Set(own.map(({ change }) => change.name));
  const isExhausted = (suspicion.changes ?? []).every(({ name, claims }) => names.has(name) || claims !== suspicion.code);
  if (own.some(({ answer }) => isWorse(answer, evidence))) return null;
  if (suspicion.stands === true)
    return {
      ...suspicion,
      evidence: [...suspicion.evidence, 'the corrected form is refused too, so the credential itself may be wrong as well'],
    };
  return isExhausted ? null : { ...suspicion, confidence: 'possible', weight: suspicion.weight / 2 };
}

function isGuess({ evidence, changes = [], confidence }: Suspected, isSettled: boolean): boolean {
  return confidence === 'possible' && evidence.length === 0 && (isSettled || changes.every(({ isBlind }) => isBlind));
}

function lower(suspicion: Suspected): Suspected {
  return {
    ...suspicion,
    confidence: suspicion.confidence === 'confirmed' ? 'likely' : suspicion.confidence,
    weight: suspicion.weight / 4,
  };
}

function toDiagnosis({ code, confidence, evidence, fix, pointer }: Suspected): Diagnosis {
  const said = evidence.length === 0 ? ['nothing speaks against it: the server does not say what it looks for'] : evidence;
  return { code, article: causes[code].article, confidence, evidence: said, fix, ...at(pointer) };
}

function unexplained(evidence: Evidence): Diagnosis {
  const { own, trials } = evidence;
  const answer = own.status === null ? `no answer came (${own.error?.kind ?? 'unknown'})` : `the server answers ${own.status}`;
  const stands = standing(evidence);
  const known =
    stands === 'known'
      ? ['it knows the credential: the answer is neither the one without a credential nor the one to a wrong credential']
      : stands === 'silent'
        ? ['it answers alike without a credential, with a wrong one and with this one']
        : [];
  const [message] = evidence.messages.filter((text) => /[a-z]{3}/i.test(text));
  const said = message === undefined ? [] : [`the server says ${evidence.quote(message)}`];
  const tried =
    trials.length === 0 ? [] : [`nothing that was tried made it work: ${trials.map(({ change }) => change.name).join('; ')}`];
  return {
    code: 'unexplained',
    article: null,
    confidence: 'possible',
    evidence: [answer, ...said, ...known, ...tried],
    fix: 'compare with a request that is known to work (--working FILE), or ask the service with the report in hand',
  };
}
