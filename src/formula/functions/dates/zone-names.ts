const hours: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  ut: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  sast: 2,
  msk: 3,
  msd: 4,
  ist: 5.5,
  pkt: 5,
  ict: 7,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

/**
 * The seconds east of UTC that an abbreviation (`EST`) or an offset (`+0530`, `+05:30`, `-05`, `UTC+2`) says, as Ruby's Date reads
 * them; undefined for other words.
 */
export function offsetNamed(text: string): number | undefined {
  const word = text.toLowerCase().trim();
  const known = Object.hasOwn(hours, word) ? hours[word] : undefined;
  if (known !== undefined) return known * 3600;
  const [, sign, hour, minute = '0', second = '0'] = /^(?:gmt|utc?)?([+-])(\d{1,2}):?(\d{2})?:?(\d{2})?$/.exec(word) ?? [];
  if (sign === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const offset = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return sign === '-' ? -offset : offset;
}
