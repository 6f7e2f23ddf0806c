import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { Source } from '../../model/source.ts';
import { matchingKey, slug } from '../../ruby/slug.ts';
import { hasLiquid } from '../liquid/has-liquid.ts';
import { liquidPlaceholders } from '../liquid/placeholders.ts';
import { afterwards, inputsOf, localsOf, sources } from './option-roles.ts';
import type { Reference } from './reference.ts';
import type { FormulaReference } from './references-of-formula.ts';
import { namesMadeIn } from './references-of-liquid.ts';
import { referencesOfText } from './references-of-text.ts';

/**
 * Everything outside of the action that the request refers to, also through LOCAL and INPUT, found without evaluating: one entry for each
 * place. What is computed (`CREDENTIAL[x]`) cannot be found so; what the file tells itself (`META.story.name`) is listed too.
 */
export function listReferences(action: Action): readonly Reference[] {
  const walker = new Walker(action);
  for (const { key, value } of action.options.members) {
    if (sources.has(key) || afterwards.has(key)) continue;
    walker.json(value);
  }
  return walker.references;
}

class Walker {
  readonly references: Reference[] = [];
  readonly #locals: ReadonlyMap<string, Json>;
  readonly #inputs: ReadonlyMap<string, Json>;
  readonly #made: ReadonlySet<string>;
  readonly #placeholders: ReturnType<typeof liquidPlaceholders>;
  readonly #placeholderSource: Source | undefined;
  readonly #seen = new Set<string>();

  constructor(action: Action) {
    this.#locals = localsOf(action);
    this.#inputs = inputsOf(action);
    this.#placeholders = liquidPlaceholders(action);
    this.#placeholderSource = action.options.members.find(({ key }) => key === 'placeholders')?.value.source;
    this.#made = new Set(this.#placeholders.flatMap(([name, text]) => [name, ...namesMadeIn(text)]));
  }

  json(json: Json): void {
    switch (json.kind) {
      case 'string':
        this.#text(json.value, json.source);
        return;
      case 'array':
        for (const item of json.items) this.json(item);
        return;
      case 'object':
        for (const member of json.members) {
          this.#text(member.key, member.keySource);
          this.json(member.value);
        }
    }
  }

  #text(text: string, source: Source | undefined): void {
    if (!/<<|<%|\{\{|\{%|^=/.test(text)) return;
    if (hasLiquid(text) && !text.startsWith('=')) this.#readPlaceholders();
    for (const reference of referencesOfText(text)) this.#add(reference, source);
  }

  #readPlaceholders(): void {
    if (this.#seen.has('placeholders')) return;
    this.#seen.add('placeholders');
    for (const [, text] of this.#placeholders) {
      for (const reference of referencesOfText(text)) this.#add(reference, this.#placeholderSource);
    }
  }

  #add({ root, keys, place }: FormulaReference, source: Source | undefined): void {
    const [name, ...path] = keys;
    const where = {
      ...(source === undefined ? {} : { source }),
      ...(place === undefined ? {} : { within: { offset: place.offset, length: place.length } }),
    };
    if (root === 'LOCAL' || root === 'INPUT') {
      const written = root === 'LOCAL' ? this.#locals : this.#inputs;
      const found = this.#follow(root, name, written);
      if (!found && name !== undefined) {
        this.references.push(
          root === 'LOCAL'
            ? { kind: 'data', name: root, path: keys, ...where }
            : { kind: 'input', name: slug(name), path, ...where },
        );
      }
    } else if (root === 'CREDENTIAL' || root === 'RESOURCE') {
      if (name !== undefined)
        this.references.push({ kind: root === 'CREDENTIAL' ? 'credential' : 'resource', name: slug(name), path, ...where });
    } else if (!this.#made.has(root)) {
      this.references.push({ kind: 'data', name: root, path: keys, ...where });
    }
  }

  /** Walks what LOCAL.x or INPUT.x stands for, once; without a name, all of them. */
  #follow(root: string, name: string | undefined, written: ReadonlyMap<string, Json>): boolean {
    const names = name === undefined ? [...written.keys()] : [written.has(name) ? name : matchingKey(name, written.keys())];
    for (const key of names) {
      const json = key === undefined ? undefined : written.get(key);
      if (json === undefined) return false;
      if (this.#seen.has(`${root}.${key}`)) continue;
      this.#seen.add(`${root}.${key}`);
      this.json(json);
    }
    return true;
  }
}
