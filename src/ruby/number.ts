/**
 * A JSON number as Ruby prints it after reading it: integers keep all their digits, the rest is a Float
 * (`1e5` → `100000.0`, `1e20` → `1.0e+20`; whole numbers from 1e15 upward and fractions below 1e-4 with an exponent, as measured on Ruby 3.1).
 */
export function rubyNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text === '-0' ? '0' : text;
  const value = Number(text);
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const exponent = Number(exponentText);
  if ((exponent >= 15 && digits.length <= exponent + 1) || exponent < -4) {
    const shown = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}e${exponent < 0 ? '-' : '+'}${shown}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 2, '0');
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`;
}
