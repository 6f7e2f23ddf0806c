import { FormulaError } from '../../../syntax/formula-error.ts';
import { civilOf } from '../civil.ts';
import type { Moment } from '../moment.ts';
import { composites, directives, type Telling } from './directives.ts';
import { offsetDirective } from './offset.ts';
import { fill, type Style } from './style.ts';

const directive = /%([-0^#_]*)(\d*)(:{0,3})([EO]?)([A-Za-z%])/g;
const widest = 65_535;

/** A moment as Ruby's `Time#strftime` writes it (all directives, flags `-0^#_`, widths), with DateTime's `%Q`; unknown ones stay. */
export function strftime(moment: Moment, format: string): string {
  return write({ moment, civil: civilOf(moment) }, format);
}

function write(telling: Telling, format: string): string {
  return format.replaceAll(directive, (whole, flags: string, width: string, colons: string, _: string, letter: string) => {
    const style = styleOf(flags, width);
    if (letter === 'z') return offsetDirective(telling.moment, colons.length, style);
    if (colons !== '') return whole;
    if (letter === 'N' || letter === 'L') return fraction(telling, Number(width) || (letter === 'N' ? 9 : 3), style);
    const composite = composites[letter];
    if (composite !== undefined)
      return fill(
        write(telling, composite),
        { text: true, width: 0 },
        { ...style, swap: false, padding: style.padding === '0' ? '0' : '_' },
      );
    const found = directives[letter];
    if (found === undefined) return whole;
    return fill(found.tell(telling), found, style);
  });
}

function styleOf(flags: string, width: string): Style {
  const size = Number(width);
  if (size > widest) throw new FormulaError('limit', `A date directive may be ${widest} characters wide, not ${width}.`);
  const padding = /[-0_]/.exec([...flags].reverse().join(''))?.[0];
  return { padding, upper: flags.includes('^'), swap: flags.includes('#'), width: size };
}

// The width of a fraction says how many digits there are, it pads nothing.
function fraction({ moment }: Telling, digits: number, style: Style): string {
  const text = String(moment.nanoseconds).padStart(9, '0');
  return style.padding === '-' && style.width === 0 ? text.slice(0, digits) : text.slice(0, digits).padEnd(digits, '0');
}
