import { parseIgnoreRules } from '../../compare/noise/ignore-rules.ts';
import { textValue } from '../../emit/text-value.ts';
import type { RunOutcome } from '../../model/outcome.ts';
import type { Diagnosis, Verdict } from '../../model/verdict.ts';
import { type Conversion, judge } from '../../pipeline.ts';

interface FoundCause {
  readonly verdict: Verdict;
  readonly diagnosis?: Diagnosis;
}

/** The verdict and the likeliest cause, from the outcomes alone: no further request is sent. */
export async function findCause(
  { conversion }: { readonly conversion: Conversion },
  outcomes: readonly RunOutcome[],
  now: Date,
): Promise<FoundCause> {
  const { verdict, diagnoses } = await judge({
    conversion,
    tines: { client: 'tines', status: 'unknown' },
    runs: outcomes.map((outcome) => [outcome]),
    ignore: parseIgnoreRules([]),
    lowered: [],
    diagnosis: {
      send: () => Promise.reject(new Error('a diagnosis without experiments sends nothing')),
      reveal: (text) => textValue(text, conversion.values),
      allowWrites: false,
      maxRequests: 0,
      maxRequestsGiven: true,
      experiments: false,
      probeIdentity: false,
      now,
      log: [],
    },
  });
  const [diagnosis] = diagnoses;
  return { verdict, ...(diagnosis === undefined ? {} : { diagnosis }) };
}
