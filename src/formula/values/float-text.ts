/**
 * A Float as Ruby's `Float#to_s` prints it: shortest digits that read back to the same number, always with a fraction
 * (`1.0`), and in scientific form below 0.0001 and from 1e16 up (`1.0e+20`, `1.0e-05`).
 */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0.0';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) return scientific(value);
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function scientific(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const mantissa = digits.includes('.') ? digits : `${digits}.0`;
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.slice(1).padStart(2, '0')}`;
}
