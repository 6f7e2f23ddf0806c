import { HarnessError } from '../../harness-error.ts';

const units: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** Bytes of a size as curl writes it: `4096`, `100K`, `8M`, `1G`. */
export function readSize(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?$/iu.exec(text.trim()) ?? [];
  const factor = units[unit.toUpperCase()];
  if (digits === undefined || factor === undefined) {
    throw new HarnessError('usage', `‹${text}› is no size for ‹--max-body›`, {
      hint: 'write bytes, or a number with K, M or G: --max-body 8M',
    });
  }
  return Math.floor(Number(digits) * factor);
}
