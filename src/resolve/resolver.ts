import { concatenateText } from '../formula/evaluate/concatenate-text.ts';
import { FormulaError } from '../formula/syntax/formula-error.ts';
import { HarnessError } from '../harness-error.ts';
import type { Json } from '../model/json.ts';
import type { ResolvedText } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { buildText } from './conceal/build-text.ts';
import type { Concealer } from './conceal/concealer.ts';
import { resolveParts } from './conceal/resolve-parts.ts';
import { type Compared, separateLeaves } from './conceal/separate-leaves.ts';
import type { Part, StringOutcome } from './conceal/string-outcome.ts';
import type { Written } from './conceal/written.ts';
import { evaluateString } from './evaluate-string.ts';
import { explainFailure } from './explain-failure.ts';
import { jsonOfValue } from './json-of-value.ts';
import { inlinedReference } from './references/inlined-reference.ts';
import type { Resolving } from './resolving.ts';
import type { FindingCollector } from './world/finding-collector.ts';
import type { World } from './world/world.ts';

/** Turns the strings of an action into text with named variables. */
export class Resolver implements Resolving {
  readonly world: World;
  readonly concealer: Concealer;
  readonly findings: FindingCollector;
  readonly #madeUp: readonly World[];
  readonly #inlined = new Map<string, Json<ResolvedText>>();

  constructor(
    world: World,
    madeUp: readonly World[],
    parts: { readonly concealer: Concealer; readonly findings: FindingCollector },
  ) {
    this.world = world;
    this.#madeUp = madeUp;
    this.concealer = parts.concealer;
    this.findings = parts.findings;
  }

  /** A JSON value whose strings may be templates; plain values stay as they are written. */
  resolve(json: Json, key: string): Json<ResolvedText> {
    switch (json.kind) {
      case 'null':
      case 'boolean':
        return json;
      case 'number':
        return { ...json, text: [json.text] };
      case 'string':
        return { ...this.#resolveString({ text: json.value, key, isKey: false, json }), ...located(json) };
      case 'array':
        return { ...json, items: json.items.map((item, index) => this.resolve(item, `${key}/${index}`)) };
      case 'object':
        return {
          ...json,
          members: json.members.map((member, index) => ({
            ...member,
            key: this.#resolveKey({ text: member.key, key: `${key}/key ${index}`, isKey: true, json }),
            value: this.resolve(member.value, `${key}/${index}`),
          })),
        };
    }
  }

  resolveNamed(name: string, json: Json): Json<ResolvedText> {
    const known = this.#inlined.get(name) ?? this.findings.quietly(() => this.resolve(json, name));
    this.#inlined.set(name, known);
    return known;
  }

  evaluateMadeUp(written: Written): readonly (StringOutcome | undefined)[] {
    return this.#madeUp.map((world) => {
      try {
        return evaluateString(written.text, world, written);
      } catch (error) {
        if (error instanceof FormulaError) return undefined;
        throw error;
      }
    });
  }

  #resolveKey(written: Written): ResolvedText {
    const resolved = this.#resolveString(written);
    return resolved.kind === 'string' ? resolved.value : [];
  }

  #resolveString(written: Written): Json<ResolvedText> {
    return this.world.observe((reads) => {
      try {
        const outcome = evaluateString(written.text, this.world, written);
        if (outcome.kind === 'value') return this.#resolveValue(outcome.part, written);
        return { kind: 'string', value: this.#resolveText(outcome, written) };
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        if (this.world.dependsOnUnknown(reads)) return this.#conceal({ value: '', reads, isWritten: false }, written);
        throw explainFailure(error, written.json.source, this.#messageWithoutSecrets(error, { reads, written }));
      }
    });
  }

  #resolveValue(part: Part, written: Written): Json<ResolvedText> {
    const inlined = part.failure === undefined ? inlinedReference(part.expression, this) : undefined;
    if (inlined !== undefined) return inlined;
    return part.reads.size === 0 ? this.#plain(part.value, written) : this.#conceal(part, written);
  }

  #conceal(part: Part, written: Written): Json<ResolvedText> {
    const madeUp = this.evaluateMadeUp(written).map((outcome) => {
      return outcome?.kind === 'value' && outcome.part.failure === undefined ? outcome.part.value : undefined;
    });
    const compared: Compared = { truth: part.value, madeUp };
    const origin = { reads: part.reads, expression: part.expression, ...(hasFailed(part) ? { identity: written.key } : {}) };
    if (typeof part.value !== 'string' && typeof part.value !== 'bigint' && typeof part.value !== 'number') {
      return separateLeaves(compared, (leaf, text) => this.concealer.conceal(leaf, text, origin));
    }
    const text = concatenateText([part.value]);
    const variable = this.concealer.conceal(compared, typeof text === 'string' ? text : '', origin);
    return typeof part.value === 'string' ? { kind: 'string', value: [variable] } : { kind: 'number', text: [variable] };
  }

  #plain(value: Value, written: Written): Json<ResolvedText> {
    const json = jsonOfValue(value);
    this.findings.leftovers(json, written);
    return json;
  }

  #resolveText(outcome: Extract<StringOutcome, { kind: 'parts' }>, written: Written): ResolvedText {
    this.findings.parts(outcome.parts, written);
    const isSecret = outcome.decidedBy.size > 0 || outcome.isLiquid || outcome.parts.some(({ reads }) => reads.size > 0);
    if (isSecret) return buildText(resolveParts(outcome, written, this));
    const text = concatenateText(outcome.parts.map(({ value }) => value));
    return typeof text === 'string' ? buildText([text]) : text;
  }

  // What a function complains about may be made of a credential: the message must be the same whatever the credential is.
  #messageWithoutSecrets(
    error: FormulaError,
    { reads, written }: { readonly reads: ReadonlySet<string>; readonly written: Written },
  ): string {
    if (reads.size === 0) return error.message;
    const messages = this.#madeUp.map((world) => messageIn(world, written));
    if (messages.every((message) => message === error.message)) return error.message;
    return `This formula fails with the value of ${[...reads].map((read) => `‹${read}›`).join(', ')}.`;
  }
}

// Without an expression the string could not be evaluated at all.
function hasFailed(part: Part): boolean {
  return part.failure !== undefined || part.expression === undefined;
}

function messageIn(world: World, written: Written): string | undefined {
  try {
    const outcome = evaluateString(written.text, world, written);
    const parts = outcome.kind === 'value' ? [outcome.part] : outcome.parts;
    return parts.find(({ failure }) => failure !== undefined)?.failure?.message;
  } catch (error) {
    if (error instanceof FormulaError || error instanceof HarnessError) return error.message;
    throw error;
  }
}

function located(json: Json): Pick<Json, 'source'> {
  return json.source === undefined ? {} : { source: json.source };
}
