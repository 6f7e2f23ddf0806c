import { invalidRegex } from './error.ts';
import type { RegexReader } from './reader.ts';

/** The capturing groups that a parser has met so far, and references to them. */
export class RegexGroups {
  readonly names = new Map<string, number[]>();
  /** Whether some group of the pattern has a name; then only groups with names capture. */
  readonly named: boolean;
  /** How many groups the pattern opens: what tells `\10` the reference from `\10` the octal character. */
  readonly #total: number;
  #count = 0;

  constructor(pattern: string) {
    this.named = /^(?:\\.|[^\\])*?\(\?(?:<[^\W\d]|'[^\W\d])/su.test(pattern);
    this.#total = this.named ? 0 : (pattern.match(/\\.|\((?!\?)/gs)?.filter((found) => found === '(').length ?? 0);
  }

  get count(): number {
    return this.#count;
  }

  /** Numbers the next group. */
  open(name: string | undefined): number {
    const index = ++this.#count;
    if (name !== undefined) this.names.set(name, [...(this.names.get(name) ?? []), index]);
    return index;
  }

  /** Takes `1`, `k<name>`, `k'name'`, `k<1>` or `k<-1>` after a backslash, and gives the groups meant. */
  takeReference(reader: RegexReader): readonly number[] | undefined {
    const byName = reader.takeMatch(/k(?:<([^>]+)>|'([^']+)')/y);
    if (byName !== null) return this.#find(byName[1] ?? byName[2] ?? '');
    const digits = /^[1-9]\d*/.exec(reader.pattern.slice(reader.position, reader.position + 4))?.[0];
    if (digits === undefined) return undefined;
    const index = Number(digits);
    if (index > 9 && index > this.#total) return undefined;
    if (index > this.#total) throw invalidRegex('invalid backref number/name');
    reader.take(digits);
    return [index];
  }

  #find(name: string): readonly number[] {
    if (/^-?\d+$/.test(name)) {
      const index = name.startsWith('-') ? this.#count + 1 + Number(name) : Number(name);
      if (index >= 1 && index <= Math.max(this.#total, this.#count)) return [index];
      throw invalidRegex('invalid backref number/name');
    }
    const groups = this.names.get(name);
    if (groups === undefined) throw invalidRegex(`undefined name <${name}> reference`);
    return groups;
  }
}
