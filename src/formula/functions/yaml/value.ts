import type { YAMLMap } from 'yaml';
import type { Value } from '../../../model/value.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { lenientBase64Bytes } from '../encoding/base64.ts';
import { textOfBytes } from '../encoding/bytes.ts';
import { yamlLibrary } from './library.ts';
import { isNestedTooDeep } from './nesting.ts';
import { yamlScalar } from './scalar.ts';

/** How YAML is read: `hasTimes` permits dates and times, which become text; `spend` counts every node. */
export interface YamlReading {
  readonly name: string;
  readonly hasTimes: boolean;
  readonly spend: (units: number) => void;
}

/**
 * The value of the first document of YAML 1.1 text as Ruby's Psych loads it: integers exact, merge keys merged, symbols as text.
 * Text that is no YAML, Ruby objects, and dates where they are not permitted are a FormulaError.
 */
export function yamlValue(text: string, reading: YamlReading): Value {
  if (isNestedTooDeep(text)) throw new FormulaError('limit', `Invalid argument to ${reading.name}, the YAML is nested too deep`);
  const document = yamlLibrary().parseDocument(text, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    // What makes errors pretty copies the whole line for each of them.
    prettyErrors: false,
  });
  const problem = document.errors.find((error) => error.code !== 'MULTIPLE_DOCS');
  if (problem !== undefined) {
    const line = text.slice(0, problem.pos[0]).split('\n').length;
    throw new FormulaError('evaluation', `Invalid argument to ${reading.name}, expected YAML text got Text (line ${line})`, {
      hint: 'Look at that line: check its indentation and quotes, and that a space follows each colon and dash.',
    });
  }
  return new YamlReader(reading).value(document.contents, 0);
}

// An honest document repeats settings; one with aliases of aliases of aliases stands for more than memory holds.
const repeatedAtMost = 100_000;

class YamlReader {
  readonly #reading: YamlReading;
  readonly #library = yamlLibrary();
  // The library looks an alias up by walking the whole document; nodes are visited in order here, so the last anchor is the right one.
  readonly #anchors = new Map<string, unknown>();
  #aliasDepth = 0;
  #repeated = 0;

  constructor(reading: YamlReading) {
    this.#reading = reading;
  }

  value(node: unknown, depth: number): Value {
    assertDepth(depth);
    this.#reading.spend(1);
    if (this.#aliasDepth > 0) this.#countRepeated();
    const { isAlias, isCollection, isMap, isNode, isScalar, isSeq } = this.#library;
    if (isAlias(node)) return this.#alias(node.source, depth);
    if (isNode(node) && node.tag?.startsWith('!ruby/')) throw this.#error('expected YAML of plain values got a Ruby object');
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (isScalar(node)) return this.#scalar(String(node.value ?? ''), node.tag, node.type === 'PLAIN');
    return null;
  }

  #alias(anchor: string, depth: number): Value {
    const target = this.#anchors.get(anchor);
    if (target === undefined) throw this.#error('expected YAML text got Text: an alias has no anchor');
    this.#aliasDepth++;
    const value = this.value(target, depth + 1);
    this.#aliasDepth--;
    return value;
  }

  #countRepeated(): void {
    this.#repeated++;
    if (this.#repeated <= repeatedAtMost) return;
    throw new FormulaError(
      'limit',
      `Invalid argument to ${this.#reading.name}, aliases repeat more than ${repeatedAtMost} values`,
    );
  }

  #map(map: YAMLMap, depth: number): Value {
    const members = new Map<string, Value>();
    for (const { key, value } of map.items) {
      const name = this.#keyText(key, depth + 1);
      const member = this.value(value, depth + 1);
      if (name === '<<' && this.#merge(members, member)) continue;
      members.set(name, member);
    }
    return members;
  }

  #keyText(key: unknown, depth: number): string {
    return textOf(this.value(key, depth));
  }

  #merge(members: Map<string, Value>, value: Value): boolean {
    const sources = isArray(value) ? [...value].reverse() : [value];
    if (!sources.every((source) => isObject(source))) return false;
    for (const source of sources) {
      this.#reading.spend(source.size);
      for (const [key, member] of source) members.set(key, member);
    }
    return true;
  }

  #scalar(text: string, tag: string | undefined, isPlain: boolean): Value {
    if (tag === '!binary' || tag === 'tag:yaml.org,2002:binary') return textOfBytes(lenientBase64Bytes(text));
    if (tag === 'tag:yaml.org,2002:str' || !isPlain) return text;
    const scalar = yamlScalar(text);
    if (scalar.kind === 'value') return scalar.value;
    if (scalar.kind === 'symbol' || this.#reading.hasTimes) return scalar.text;
    throw this.#error(`expected YAML without dates got a ${scalar.kind}`, 'Add parse_date_or_time: TRUE or version: 2.');
  }

  #error(why: string, hint?: string): FormulaError {
    return new FormulaError(
      'evaluation',
      `Invalid argument to ${this.#reading.name}, ${why}`,
      hint === undefined ? {} : { hint },
    );
  }
}
