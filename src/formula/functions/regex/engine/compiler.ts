import { invalidRegex, regexLimit } from './error.ts';
import { canBeEmpty, fixedLength } from './length.ts';
import type { ParsedRegex, RegexNode } from './node.ts';
import type { Instruction, LookBehindWay, RegexProgram } from './program.ts';

const MOST_INSTRUCTIONS = 50_000;

/** Makes a program of a parsed pattern; counted repeats are written out, up to a bound on its size. */
export function compileRegex(parsed: ParsedRegex): RegexProgram {
  const compiler = new RegexCompiler(parsed.groupCount);
  compiler.write({ kind: 'group', index: 0, body: parsed.node });
  compiler.add({ operation: 'end' });
  return {
    instructions: compiler.instructions,
    groupCount: parsed.groupCount,
    groupNames: parsed.groupNames,
    slotCount: compiler.slotCount,
    splitCount: compiler.splitCount,
    memorable: compiler.memorable,
  };
}

class RegexCompiler {
  readonly instructions: Instruction[] = [];
  slotCount: number;
  splitCount = 0;
  memorable = true;

  constructor(groupCount: number) {
    this.slotCount = 2 * (groupCount + 1);
  }

  add<T extends Instruction>(instruction: T): T {
    if (this.instructions.length >= MOST_INSTRUCTIONS) throw regexLimit('the pattern repeats too much when written out');
    this.instructions.push(instruction);
    return instruction;
  }

  write(node: RegexNode): void {
    switch (node.kind) {
      case 'character':
        this.add({ operation: 'character', matches: node.matches });
        return;
      case 'assertion':
        this.add({ operation: 'assertion', holds: node.holds });
        return;
      case 'sequence':
        for (const item of node.items) this.write(item);
        return;
      case 'alternation':
        this.#alternation(node.branches);
        return;
      case 'group':
        this.add({ operation: 'save', slot: 2 * node.index });
        this.write(node.body);
        this.add({ operation: 'save', slot: 2 * node.index + 1 });
        return;
      case 'repeat':
        this.#repeat(node);
        return;
      case 'atomic':
        this.#body(this.add({ operation: 'atomic', next: 0 }), node.body);
        return;
      case 'look':
        if (node.direction === 'ahead') this.#lookAhead(node);
        else this.#lookBehind(node);
        return;
      case 'backreference':
        this.memorable = false;
        this.add({ operation: 'backreference', groups: node.groups, ignoreCase: node.ignoreCase });
        return;
      case 'keep':
        this.add({ operation: 'save', slot: 0 });
        return;
    }
  }

  get #here(): number {
    return this.instructions.length;
  }

  #split(): Extract<Instruction, { operation: 'split' }> {
    return this.add({ operation: 'split', first: 0, second: 0, index: this.splitCount++ });
  }

  #alternation(branches: readonly RegexNode[]): void {
    const jumps: { to: number }[] = [];
    for (const [index, branch] of branches.entries()) {
      if (index === branches.length - 1) {
        this.write(branch);
        break;
      }
      const split = this.#split();
      split.first = this.#here;
      this.write(branch);
      jumps.push(this.add({ operation: 'jump', to: 0 }));
      split.second = this.#here;
    }
    for (const jump of jumps) jump.to = this.#here;
  }

  #repeat(node: Extract<RegexNode, { kind: 'repeat' }>): void {
    for (let count = 0; count < node.minimum; count++) this.write(node.body);
    if (node.maximum === Number.POSITIVE_INFINITY) {
      this.#loop(node);
      return;
    }
    const exits: (() => void)[] = [];
    for (let count = node.minimum; count < node.maximum; count++) {
      exits.push(this.#choose(node.greedy));
      this.write(node.body);
    }
    for (const exit of exits) exit();
  }

  #loop(node: Extract<RegexNode, { kind: 'repeat' }>): void {
    const start = this.#here;
    const exit = this.#choose(node.greedy);
    if (canBeEmpty(node.body)) {
      const slot = this.slotCount++;
      this.add({ operation: 'save', slot });
      this.write(node.body);
      this.add({ operation: 'repeat', slot, to: start });
    } else {
      this.write(node.body);
      this.add({ operation: 'jump', to: start });
    }
    exit();
  }

  /** A split between what is written next and what is written when the returned function is called. */
  #choose(greedy: boolean): () => void {
    const split = this.#split();
    if (greedy) split.first = this.#here;
    else split.second = this.#here;
    return () => {
      if (greedy) split.second = this.#here;
      else split.first = this.#here;
    };
  }

  #body(owner: { next: number }, body: RegexNode): void {
    this.write(body);
    this.add({ operation: 'end' });
    owner.next = this.#here;
  }

  #lookAhead(node: Extract<RegexNode, { kind: 'look' }>): void {
    this.#body(this.add({ operation: 'look-ahead', negative: node.negative, next: 0 }), node.body);
  }

  #lookBehind(node: Extract<RegexNode, { kind: 'look' }>): void {
    const ways: LookBehindWay[] = [];
    const owner = this.add({ operation: 'look-behind', negative: node.negative, ways, next: 0 } satisfies Instruction);
    for (const branch of topBranches(node.body)) {
      const length = fixedLength(branch);
      if (length === undefined) throw invalidRegex('invalid pattern in look-behind');
      ways.push({ start: this.#here, length });
      this.#body(owner, branch);
    }
  }
}

function topBranches(node: RegexNode): readonly RegexNode[] {
  return node.kind === 'alternation' ? node.branches : [node];
}
