import type { RegexNode } from './node.ts';

/** How many characters a node consumes, where that is always the same number; undefined otherwise. */
export function fixedLength(node: RegexNode): number | undefined {
  switch (node.kind) {
    case 'character':
      return 1;
    case 'sequence':
      return node.items.reduce<number | undefined>((sum, item) => add(sum, fixedLength(item)), 0);
    case 'alternation': {
      const lengths = new Set(node.branches.map(fixedLength));
      return lengths.size === 1 ? [...lengths][0] : undefined;
    }
    case 'group':
    case 'atomic':
      return fixedLength(node.body);
    case 'repeat': {
      const length = fixedLength(node.body);
      return node.minimum === node.maximum && length !== undefined ? length * node.minimum : undefined;
    }
    case 'backreference':
      return undefined;
    case 'assertion':
    case 'look':
    case 'keep':
      return 0;
  }
}

/** Whether a node can match without consuming anything. */
export function canBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'character':
      return false;
    case 'sequence':
      return node.items.every(canBeEmpty);
    case 'alternation':
      return node.branches.some(canBeEmpty);
    case 'group':
    case 'atomic':
      return canBeEmpty(node.body);
    case 'repeat':
      return node.minimum === 0 || canBeEmpty(node.body);
    case 'backreference':
    case 'assertion':
    case 'look':
    case 'keep':
      return true;
  }
}

function add(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left + right;
}
