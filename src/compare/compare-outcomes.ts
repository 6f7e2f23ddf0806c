import type { Difference } from '../model/difference.ts';
import type { Client, Exchange, Lane, RecordedRequest, RunOutcome, TinesOutcome } from '../model/outcome.ts';
import { comparableBody, comparableRecord, type WholeBody } from './comparable-body.ts';
import { type Answer, compareAnswers } from './compare-answers.ts';
import { compareRecordedRequest } from './compare-recorded-request.ts';
import { compareSent } from './compare-sent.ts';
import { excerptPair } from './excerpt-pair.ts';
import type { IgnoreRules } from './noise/ignore-rules.ts';
import { type LearnedNoise, learnNoise, type RepeatDifference } from './noise/learned-noise.ts';
import { rankDifferences } from './rank-differences.ts';

export interface ComparisonInput {
  readonly tines: TinesOutcome;
  /** What Tines sent, as `tines.sent` has it, with the values of secrets in it. */
  readonly tinesSent?: RecordedRequest;
  /** Per client that ran: its runs of the same request, the first one first. */
  readonly runs: readonly (readonly RunOutcome[])[];
  readonly ignore: IgnoreRules;
  /** Where bodies are longer than what is in memory; without it they are compared by size and hash. */
  readonly wholeBody?: WholeBody;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly omitted: number;
  /** Whether the clients' answers differ beyond noise. */
  readonly clientsDiffer: boolean;
  /** Whether Tines' answer differs from the clients' in more than values of another moment. */
  readonly tinesDiffers: boolean;
  /** What varied between repeats and is not taken as noise, with the reason. */
  readonly refusals: readonly string[];
}

/** Compares what the lanes sent and what came back; every difference is in the result or counted, noise with its reason. */
export function compareOutcomes({ tines, tinesSent, runs, ignore, wholeBody = () => null }: ComparisonInput): Comparison {
  const learned = learnNoise(runs.flatMap((run) => repeatDifferences(run, wholeBody)));
  const firsts = runs.flatMap((run) => run.slice(0, 1));
  const [first, second] = firsts;
  const between = first === undefined || second === undefined ? [] : compareClients(first, second, wholeBody);
  const withTines = first === undefined ? [] : compareWithTines(tines, first, { tinesSent, wholeBody });
  const excused = [
    ...between.map((difference) => excuse(difference, learned, ignore)),
    ...withTines.map((difference) => excuse(difference, learned, ignore)),
  ];
  const counting = (difference: Difference): boolean => difference.noise === undefined && !difference.path.startsWith('sent.');
  const { differences, omitted } = rankDifferences(excused);
  return {
    differences: differences.map((difference) => show(difference, learned)),
    omitted,
    clientsDiffer: excused.slice(0, between.length).some(counting),
    tinesDiffers: excused.slice(between.length).some(counting),
    refusals: [...learned.refusals, ...(excused.some(isUnopened) ? [unopened] : [])],
  };
}

function lastExchange(outcome: RunOutcome): Exchange | undefined {
  return outcome.status === 'completed' ? outcome.hops.at(-1) : undefined;
}

const unopened = 'bodies as long as these are compared by size and hash only';

/** A long body that could not be compared inside. */
function isUnopened({ path, values }: Difference): boolean {
  return path === 'response.body' && values.some((value) => /^\d{8,} bytes/u.test(value ?? ''));
}

function answerOf({ received }: Exchange, wholeBody: WholeBody): Answer {
  const { status, headers, body } = received;
  return { status, headers, body: comparableBody(body, headers, wholeBody) };
}

function repeatDifferences(run: readonly RunOutcome[], wholeBody: WholeBody): readonly RepeatDifference[] {
  const [first, ...others] = run
    .flatMap((outcome) => lastExchange(outcome) ?? [])
    .map((exchange) => answerOf(exchange, wholeBody));
  if (first === undefined) return [];
  return others.map((other) => {
    const differences = compareAnswers(['curl', 'curl'], first, other);
    return {
      headers: differences.flatMap(({ path, values }) =>
        path.startsWith('response.headers.') ? [{ name: path.slice('response.headers.'.length), values }] : [],
      ),
      body: differences.flatMap(({ path, values, change }) =>
        path.startsWith('response.body') ? [{ place: path.slice('response.body'.length).trimStart(), values, change }] : [],
      ),
    };
  });
}

function compareClients(left: RunOutcome, right: RunOutcome, wholeBody: WholeBody): readonly Difference[] {
  const between: readonly [Client, Client] = [left.client, right.client];
  const leftSent = left.hops[0]?.sent ?? (left.status === 'failed' ? left.sent : undefined);
  const rightSent = right.hops[0]?.sent ?? (right.status === 'failed' ? right.sent : undefined);
  const sent = leftSent === undefined || rightSent === undefined ? [] : compareSent(between, leftSent, rightSent);
  const leftExchange = lastExchange(left);
  const rightExchange = lastExchange(right);
  if (leftExchange === undefined || rightExchange === undefined) return [...compareEndings(between, left, right), ...sent];
  return [...compareAnswers(between, answerOf(leftExchange, wholeBody), answerOf(rightExchange, wholeBody)), ...sent];
}

/** The difference between two endings of which at least one is no answer. */
function compareEndings(between: readonly [Lane, Lane], left: RunOutcome, right: RunOutcome): readonly Difference[] {
  const [mine, other] = [endingOf(left), endingOf(right)];
  return mine === other ? [] : [{ between, path: 'error', values: [mine, other], change: 'changed' }];
}

function endingOf(outcome: RunOutcome): string {
  return outcome.status === 'failed' ? outcome.error.kind : String(lastExchange(outcome)?.received.status ?? 'no answer');
}

const otherMoment = 'Tines’ record is of another moment';

function compareWithTines(
  tines: TinesOutcome,
  outcome: RunOutcome,
  { tinesSent, wholeBody }: { readonly tinesSent: RecordedRequest | undefined; readonly wholeBody: WholeBody },
): readonly Difference[] {
  if (tines.status === 'unknown') return [];
  const between: readonly [Lane, Lane] = ['tines', outcome.client];
  const recorded = tinesSent ?? tines.sent;
  const sent = outcome.hops[0]?.sent ?? (outcome.status === 'failed' ? outcome.sent : undefined);
  const differences = recorded === undefined || sent === undefined ? [] : compareRecordedRequest(between, recorded, sent);
  const exchange = lastExchange(outcome);
  if (exchange === undefined || tines.response.status === 0) {
    const [mine, other] = [
      tines.response.status === 0 ? 'no answer' : String(tines.response.status),
      exchange === undefined ? 'no answer' : endingOf(outcome),
    ];
    return mine === other
      ? differences
      : [{ between, path: 'response.status', values: [mine, other], change: 'changed' }, ...differences];
  }
  const { status, headers, body } = tines.response;
  const answer: Answer = {
    status,
    // No answer is without a header field: a record that has none was shortened.
    ...(headers === undefined || headers.length === 0 ? {} : { headers }),
    ...(body === undefined ? {} : { body: comparableRecord(body) }),
  };
  const found = compareAnswers(between, answer, answerOf(exchange, wholeBody)).map((difference) =>
    status === exchange.received.status ? excuseMoment(difference) : difference,
  );
  return [...found, ...differences];
}

/** Where the status is the same, other values in the body are what time changes; another shape is not. */
function excuseMoment(difference: Difference): Difference {
  if (difference.noise !== undefined || !difference.path.startsWith('response.')) return difference;
  if (difference.path === 'response.headers.content-type' || difference.path === 'response.status') return difference;
  if (difference.path.startsWith('response.headers.')) return { ...difference, noise: otherMoment };
  const [left, right] = difference.values;
  const sameType = left !== null && right !== null && /^[["{]/u.test(left) === /^[["{]/u.test(right);
  return difference.change === 'reordered' ||
    sameType ||
    /\/\d+(?:\/|$)/u.test(difference.path) ||
    /^response\.body line \d/u.test(difference.path)
    ? { ...difference, noise: otherMoment }
    : difference;
}

function excuse(difference: Difference, learned: LearnedNoise, ignore: IgnoreRules): Difference {
  if (difference.noise !== undefined) return difference;
  const noise = ignore.reasonFor(difference.path) ?? learned.reasonFor(difference.path, difference.change, difference.values);
  return noise === undefined ? difference : { ...difference, noise };
}

/** A difference with values that a report can hold. */
function show(difference: Difference, learned: LearnedNoise): Difference {
  const { path, values, noise } = difference;
  return { ...difference, values: excerptPair(noise === undefined ? learned.withoutNoise(path, values) : values) };
}
