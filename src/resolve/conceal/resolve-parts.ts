import { textOf } from '../../formula/values/text-of.ts';
import type { Json } from '../../model/json.ts';
import type { ResolvedText, Variable } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { inlinedReference } from '../references/inlined-reference.ts';
import type { Resolving } from '../resolving.ts';
import type { Origin } from './concealer.ts';
import type { Part, StringOutcome } from './string-outcome.ts';
import type { Written } from './written.ts';

type Parts = Extract<StringOutcome, { kind: 'parts' }>;

/**
 * The pieces of a text in which something may be secret. A pill that read a credential becomes a variable as a whole. Of Liquid, each
 * piece that comes out otherwise with other credentials does. Where even the number of pieces depends on one, the whole text is one variable.
 */
export function resolveParts(outcome: Parts, written: Written, resolver: Resolving): readonly (string | Variable)[] {
  if (outcome.isLiquid && outcome.parts.every(({ reads }) => reads.size === 0) && !readsAnything(resolver)) {
    return outcome.parts.map(({ value }) => textOf(value));
  }
  const madeUp = resolver.evaluateMadeUp(written).map((other) => (other?.kind === 'parts' ? other : undefined));
  const isAligned = madeUp.every((other) => other?.parts.length === outcome.parts.length);
  if (outcome.decidedBy.size > 0 || (outcome.isLiquid && !isAligned)) return [whole(outcome, madeUp, resolver)];
  return outcome.parts.flatMap((part, index) => {
    const others = madeUp.map((other) => otherValue(other?.parts[index]));
    const text = textOf(part.value);
    const isSecret = outcome.isLiquid
      ? others.some((other) => other === undefined || textOf(other) !== text)
      : part.reads.size > 0;
    if (!isSecret) return [text];
    const inlined = part.failure === undefined ? asText(inlinedReference(part.expression, resolver)) : undefined;
    const origin = outcome.isLiquid ? liquidOrigin(part, resolver) : pillOrigin(part, written);
    return inlined ?? [resolver.concealer.conceal({ truth: part.value, madeUp: others }, text, origin)];
  });
}

// The variables of Liquid's placeholders may hold secrets that this string itself did not read.
function readsAnything(resolver: Resolving): boolean {
  return resolver.world.liquidVariables !== undefined && resolver.world.liquidVariables.size > 0;
}

function pillOrigin({ reads, expression, failure }: Part, written: Written): Origin {
  return { reads, expression, ...(failure === undefined ? {} : { identity: written.key }) };
}

function liquidOrigin({ reads }: Part, resolver: Resolving): Origin {
  return { reads: new Set(), expression: undefined, possible: new Set([...reads, ...resolver.world.liquidReads]) };
}

function otherValue(part: Part | undefined): Value | undefined {
  return part === undefined || part.failure !== undefined ? undefined : part.value;
}

function whole(outcome: Parts, madeUp: readonly (Parts | undefined)[], resolver: Resolving): Variable {
  const text = joined(outcome);
  const reads = new Set(outcome.parts.flatMap((part) => [...part.reads]));
  return resolver.concealer.conceal(
    { truth: text, madeUp: madeUp.map((other) => (other === undefined ? undefined : joined(other))) },
    text,
    { reads: new Set([...reads, ...outcome.decidedBy]), expression: undefined, possible: resolver.world.liquidReads },
  );
}

function joined({ parts }: Parts): string {
  return parts.map(({ value }) => textOf(value)).join('');
}

function asText(json: Json<ResolvedText> | undefined): readonly (string | Variable)[] | undefined {
  switch (json?.kind) {
    case 'string':
      return json.value instanceof Uint8Array ? undefined : json.value;
    case 'number':
      return json.text instanceof Uint8Array ? undefined : json.text;
    case 'boolean':
      return [String(json.value)];
    case 'null':
      return [];
    default:
      return undefined;
  }
}
