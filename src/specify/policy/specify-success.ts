import type { StatusRange } from '../../model/request-spec.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { printableText } from '../printable-text.ts';
import { rubyText } from '../ruby-text.ts';
import { showText } from '../show-text.ts';
import { parseStatusRanges } from './status-ranges.ts';
import { subtractRanges } from './subtract-ranges.ts';

const SUCCESS: StatusRange = { from: 200, to: 399 };
const LISTS = ['retry_on_status', 'log_error_on_status'] as const;

/**
 * The statuses that count as success: 200-399 without those that the action retries on or logs as errors. A status is not made a success
 * by not being logged: `log_error_on_status: []` is what most actions have.
 */
export function specifySuccess(options: OptionReader, notes: Notes): readonly StatusRange[] {
  const failures = LISTS.flatMap((name) => readList(name, options, notes));
  const left = subtractRanges(SUCCESS, failures);
  if (left.length === 1 && left[0]?.from === SUCCESS.from && left[0].to === SUCCESS.to) return [SUCCESS];
  notes.assume('success-statuses', 'A status that the action retries on or logs as an error is not taken for a success.');
  return left;
}

function readList(name: (typeof LISTS)[number], options: OptionReader, notes: Notes): readonly StatusRange[] {
  const value = options.value(name);
  if (value === undefined) return [];
  const items = (value.kind === 'array' ? value.items : [value])
    .map((item) => showText(rubyText(item)))
    .filter((item) => item.trim() !== '');
  return items.flatMap((item) => {
    const ranges = parseStatusRanges(item);
    if (ranges === undefined)
      notes.warn(
        'status-unreadable',
        `‹${printableText([item])}› in ${name} is not a status, such as 404 or 400-499.`,
        options.place(name),
      );
    return ranges ?? [];
  });
}
