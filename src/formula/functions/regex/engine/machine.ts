import { holdsAt } from './assertion.ts';
import { foldCase } from './character.ts';
import { regexLimit } from './error.ts';
import { RegexMemory } from './memory.ts';
import type { Instruction, RegexProgram } from './program.ts';

const FAILED = -1;
const STEPS_A_PORTION = 4096;
const UNITS_A_PORTION = 256;
const MOST_STEPS = 20_000_000;

/**
 * Runs a program on one text by trying its ways in order. A failure is remembered and not tried again, which makes the work
 * grow with the length of the text and not beyond; what can not be remembered (back-references) is bounded in steps.
 */
export class RegexMachine {
  readonly #program: RegexProgram;
  readonly #text: string;
  readonly #spend: (units: number) => void;
  readonly #memory: RegexMemory;
  readonly #slots: Int32Array;
  /** Pairs: an instruction and a place to try next, or -1 - slot and the value to give back to it. */
  readonly #stack: number[] = [];
  /** The instruction to go on with, set by `#step` and `#backtrack`. */
  #next = 0;
  #searchStart = 0;
  #steps = 0;

  constructor(program: RegexProgram, text: string, spend: (units: number) => void) {
    this.#program = program;
    this.#text = text;
    this.#spend = spend;
    this.#memory = new RegexMemory(program.memorable ? program.splitCount : 0, text.length + 1);
    this.#slots = new Int32Array(program.slotCount);
  }

  /** The bounds of the first match at or after `from` and of its groups (-1: took no part); undefined without a match. */
  search(from: number): Int32Array | undefined {
    this.#searchStart = from;
    const first = this.#firstCharacter();
    for (let start = from; start <= this.#text.length; start += this.#width(start)) {
      if (first !== undefined && !this.#matches(first, start)) continue;
      this.#slots.fill(FAILED);
      this.#stack.length = 0;
      if (this.#run(0, start) === FAILED) continue;
      this.#memory.forget(0);
      return this.#slots.slice(0, 2 * (this.#program.groupCount + 1));
    }
    return undefined;
  }

  /** Runs from an instruction up to its `end`; gives the place reached. Choices left over stay on the stack. */
  #run(instruction: number, place: number): number {
    const base = this.#stack.length;
    let next = instruction;
    let at = place;
    for (;;) {
      this.#count();
      const step = this.#program.instructions[next];
      if (step === undefined || step.operation === 'end') return at;
      const after = this.#step(step, next, at);
      if (after === FAILED) {
        at = this.#backtrack(base);
        if (at === FAILED) return FAILED;
      } else {
        at = after;
      }
      next = this.#next;
    }
  }

  /** Does one step: gives the place after it and sets `#next`, or fails. */
  #step(step: Exclude<Instruction, { operation: 'end' }>, index: number, at: number): number {
    this.#next = index + 1;
    switch (step.operation) {
      case 'character':
        return this.#matches(step.matches, at) ? at + this.#width(at) : FAILED;
      case 'split':
        if (!this.#memory.remember(step.index, at)) return FAILED;
        this.#stack.push(step.second, at);
        this.#next = step.first;
        return at;
      case 'jump':
        this.#next = step.to;
        return at;
      case 'save':
        this.#stack.push(-1 - step.slot, this.#slots[step.slot] ?? FAILED);
        this.#slots[step.slot] = at;
        return at;
      case 'repeat':
        if (this.#slots[step.slot] !== at) this.#next = step.to;
        return at;
      case 'assertion':
        return holdsAt(step.holds, this.#text, { at, searchStart: this.#searchStart }) ? at : FAILED;
      case 'backreference':
        return this.#repeatGroup(step, at);
      case 'atomic':
        return this.#goOn(step.next, this.#runApart(index + 1, at));
      case 'look-ahead':
        return this.#goOn(step.next, this.#look(step.negative, () => this.#runApart(index + 1, at) !== FAILED) ? at : FAILED);
      case 'look-behind':
        return this.#goOn(
          step.next,
          this.#look(step.negative, () => step.ways.some((way) => this.#endsHere(way, at))) ? at : FAILED,
        );
    }
  }

  // Only after the body has run: it sets `#next` too.
  #goOn(next: number, place: number): number {
    this.#next = next;
    return place;
  }

  /** Runs a body of its own: where it succeeds its other ways are dropped, but what it changed can still be undone. */
  #runApart(instruction: number, at: number): number {
    const base = this.#stack.length;
    const mark = this.#memory.mark;
    const end = this.#run(instruction, at);
    if (end === FAILED) return FAILED;
    let kept = base;
    for (let index = base; index < this.#stack.length; index += 2) {
      const entry = this.#stack[index] ?? 0;
      if (entry >= 0) continue;
      this.#stack[kept] = entry;
      this.#stack[kept + 1] = this.#stack[index + 1] ?? 0;
      kept += 2;
    }
    this.#stack.length = kept;
    // What was passed on the way to success is no failure.
    this.#memory.forget(mark);
    return end;
  }

  #look(negative: boolean, found: () => boolean): boolean {
    const base = this.#stack.length;
    if (!found()) return negative;
    if (negative) this.#backtrack(base);
    return !negative;
  }

  #endsHere(way: { readonly start: number; readonly length: number }, at: number): boolean {
    let start = at;
    for (let count = 0; count < way.length; count++) {
      if (start === 0) return false;
      start -= isPair(this.#text, start - 2) ? 2 : 1;
    }
    return this.#runApart(way.start, start) === at;
  }

  /** Undoes changes down to the last choice above `base`, and takes it: gives its place and sets `#next`, or fails. */
  #backtrack(base: number): number {
    while (this.#stack.length > base) {
      const place = this.#stack.pop() ?? 0;
      const entry = this.#stack.pop() ?? 0;
      if (entry >= 0) return this.#goOn(entry, place);
      this.#slots[-1 - entry] = place;
    }
    return FAILED;
  }

  #repeatGroup(step: Extract<Instruction, { operation: 'backreference' }>, at: number): number {
    const group = step.groups.findLast((each) => (this.#slots[2 * each + 1] ?? FAILED) !== FAILED);
    if (group === undefined) return FAILED;
    const captured = this.#text.slice(this.#slots[2 * group], this.#slots[2 * group + 1]);
    const candidate = this.#text.slice(at, at + captured.length);
    const same = step.ignoreCase ? fold(captured) === fold(candidate) : captured === candidate;
    return same ? at + captured.length : FAILED;
  }

  /** The test of the first character, where every match has to begin with it. */
  #firstCharacter(): ((codePoint: number) => boolean) | undefined {
    const first = this.#program.instructions.find((step) => step.operation !== 'save');
    return first?.operation === 'character' ? first.matches : undefined;
  }

  #matches(test: (codePoint: number) => boolean, at: number): boolean {
    const codePoint = this.#text.codePointAt(at);
    return codePoint !== undefined && test(codePoint);
  }

  #width(at: number): number {
    return isPair(this.#text, at) ? 2 : 1;
  }

  #count(): void {
    if (++this.#steps % STEPS_A_PORTION !== 0) return;
    if (this.#steps > MOST_STEPS) throw regexLimit('it takes too many steps on this text');
    this.#spend(UNITS_A_PORTION);
  }
}

function isPair(text: string, at: number): boolean {
  const codePoint = at < 0 ? undefined : text.codePointAt(at);
  return codePoint !== undefined && codePoint > 0xffff;
}

function fold(text: string): string {
  return Array.from(text, (character) => String.fromCodePoint(foldCase(character.codePointAt(0) ?? 0))).join('');
}
