import { compareRecordedRequest } from '../../compare/compare-recorded-request.ts';
import { textValue } from '../../emit/text-value.ts';
import type { RecordedRequest, SentMessage, TinesOutcome } from '../../model/outcome.ts';
import type { RequestSpec, Warning } from '../../model/request-spec.ts';
import { type Conversion, respecify } from '../../pipeline.ts';
import { fillMasks } from '../../recall/masks/fill-masks.ts';
import type { Recollection } from '../../recall/recollection.ts';
import { reportRequest } from '../../report/build-report.ts';
import { shorten } from '../../report/printable.ts';

/** A conversion that follows the log, where there is one. */
export interface TrustedConversion {
  readonly conversion: Conversion;
  readonly tines: TinesOutcome;
  /** What Tines sent, with the names of secrets. */
  readonly sent?: RecordedRequest;
  /** What Tines sent with the values of secrets in it: to be compared, never to be shown. */
  readonly tinesSent?: RecordedRequest;
}

const mostTold = 4;

/**
 * The log shows the request that Tines rendered: it is trusted over the templates, its masks filled by the variables that stand in the same
 * places, and where the templates give something else here, a warning says so. What cannot be filled leaves the templates in force, with a
 * warning.
 */
export function trustLog(
  conversion: Conversion,
  { logged, outcome }: Pick<Recollection, 'logged' | 'outcome'>,
): TrustedConversion {
  if (logged === undefined) return { conversion, tines: outcome };
  const { resolved, specification, values } = conversion;
  const filled = fillMasks(logged, { resolved, request: specification.request });
  const trusted = filled.isTrusted ? respecify(conversion, filled.resolved) : conversion;
  const departures = filled.isTrusted ? departuresFrom(filled.recorded, specification.request) : [];
  return {
    conversion: withWarnings(trusted, [...filled.warnings, ...departures]),
    tines: outcome.status === 'recorded' ? { ...outcome, sent: filled.recorded } : outcome,
    sent: filled.recorded,
    // Where a value is missing (an export needs none), names are compared with names.
    ...(resolved.variables.every(({ name, of }) => of !== undefined || values.has(name))
      ? { tinesSent: filled.reveal((text) => textValue(text, values)) }
      : {}),
  };
}

/** The conversion with these warnings besides its own. */
export function withWarnings(conversion: Conversion, warnings: readonly Warning[]): Conversion {
  const { specification } = conversion;
  return { ...conversion, specification: { ...specification, warnings: [...specification.warnings, ...warnings] } };
}

/** Where the templates give another request here than Tines sent; both with the names of secrets. */
function departuresFrom(recorded: RecordedRequest, request: RequestSpec): readonly Warning[] {
  const found = compareRecordedRequest(['tines', 'curl'], recorded, templatesOf(request)).filter(
    ({ path, noise }) => noise === undefined && !(request.body.kind === 'multipart' && path.startsWith('sent.body')),
  );
  const told = found.slice(0, mostTold).map(({ path, values: [sent, here] }): Warning => {
    const show = (value: string | null): string => (value === null ? 'nothing' : `‹${shorten(value, 80)}›`);
    return {
      code: 'log-differs',
      text: `Tines sent ${show(sent)} in ‹${path.slice('sent.'.length)}›, and the templates give ${show(here)} here; what Tines sent is used`,
    };
  });
  const more = found.length - told.length;
  return more > 0
    ? [
        ...told,
        { code: 'log-differs', text: `and what Tines sent differs in ${more} more places from what the templates give here` },
      ]
    : told;
}

function templatesOf(request: RequestSpec): SentMessage {
  const { method, url, headers, body } = reportRequest(request);
  const text = body.kind === 'text' ? body.text : '';
  return { method, url, headers, version: '', target: '', body: new TextEncoder().encode(text) };
}
