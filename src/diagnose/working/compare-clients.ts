import type { RunOutcome } from '../../model/outcome.ts';
import type { HeaderField, RequestSpec } from '../../model/request-spec.ts';
import type { Diagnosis } from '../../model/verdict.ts';
import { type Answer, answerOf } from '../answers/answer.ts';
import { at } from '../at.ts';
import type { Laboratory } from '../conclude/laboratory.ts';
import { withHeader, withoutHeader } from '../edit-request.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { halve } from './halve.ts';

// Each connection has its own.
const OWN: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'postman-token',
  'authorization',
  'cookie',
]);

/** Why one client succeeds where the other fails: a header that only one of them sends, the version of HTTP, or neither. */
export async function compareClients(
  [good, bad]: readonly [RunOutcome, RunOutcome],
  evidence: Evidence,
  laboratory: Laboratory,
): Promise<readonly Diagnosis[]> {
  const { input, isGood } = evidence;
  const [mine, theirs] = [headersOf(good), headersOf(bad)];
  const names = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (name) => !OWN.has(name) && mine.get(name) !== theirs.get(name),
  );
  const versions = [good, bad].map((outcome) => outcome.hops[0]?.sent.version ?? '');
  if (names.length > 0) {
    const again = await laboratory.ask(input.request, 'the action’s own request again');
    if (again !== null) {
      const isGoodNow = isGood(again);
      // The client that experiments is one of the two: it takes the other one's headers over.
      const other = isGoodNow ? theirs : mine;
      const isChanged = (answer: Answer) => isGood(answer) !== isGoodNow;
      const ask = async (some: readonly string[]): Promise<boolean | null> => {
        const answer = await laboratory.ask(
          take(input.request, some, other),
          `with ${some.map((name) => `‹${name}›`).join(', ')} as the other client sends it`,
        );
        return answer === null ? null : isChanged(answer);
      };
      if ((await ask(names)) === true) return [found(await halve(names, ask), evidence, [good, bad])];
    }
  }
  if (versions[0] !== versions[1]) {
    return [
      {
        code: 'http-version',
        article: null,
        confidence: 'possible',
        evidence: [`${good.client} speaks ${versions[0]} and succeeds; ${bad.client} speaks ${versions[1]} and fails`],
        fix: 'find out which version of HTTP the service takes',
      },
    ];
  }
  const text =
    names.length === 0
      ? 'both clients send the same headers'
      : `the clients differ in ${names.map((name) => `‹${name}›`).join(', ')}`;
  return [
    {
      code: 'unexplained',
      article: null,
      confidence: 'possible',
      evidence: [`${good.client} succeeds and ${bad.client} fails (${answerOf(bad).status ?? 'no answer'})`, text],
      fix: 'look at the differences in what was sent',
    },
  ];
}

function found(
  { parts, isMinimal }: { readonly parts: readonly string[]; readonly isMinimal: boolean },
  { input }: Evidence,
  [good, bad]: readonly [RunOutcome, RunOutcome],
): Diagnosis {
  const list = parts.map((name) => `‹${name}›`).join(' and ');
  const sent = headersOf(good);
  const [only] = parts;
  const wanted = only === undefined ? undefined : sent.get(only);
  return {
    code: 'client-header',
    article: null,
    confidence: isMinimal ? 'confirmed' : 'likely',
    evidence: [`${good.client} succeeds and ${bad.client} fails`, `${list} makes the difference`],
    fix:
      only === undefined || parts.length > 1
        ? `set the headers ${list} in the action as the client that succeeds sends them`
        : wanted === undefined
          ? `do not send the header ${only}`
          : `write "${wanted}" in the ${only} header`,
    ...at(optionPointer(input.action, ['headers'])),
  };
}

function headersOf(outcome: RunOutcome): ReadonlyMap<string, string> {
  const headers: readonly HeaderField[] = outcome.hops[0]?.sent.headers ?? [];
  return new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

function take(request: RequestSpec, names: readonly string[], other: ReadonlyMap<string, string>): RequestSpec {
  return names.reduce((changed, name) => {
    const value = other.get(name);
    return value === undefined ? withoutHeader(changed, name) : withHeader(changed, name, [value]);
  }, request);
}
