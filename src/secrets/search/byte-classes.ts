import { gapKinds } from './symbols.ts';

/** What a byte means to whoever undoes escapes. */
export const byteClass = { plain: 0, hex: 1, semicolon: 2, backslash: 3, blank: 4, lineBreak: 5, quote: 6, nothing: 7 } as const;

/** The class of each byte. A caret and a grave accent are the escapes of cmd.exe and PowerShell: they read as quotes. */
export const byteClasses: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code === 0) return byteClass.nothing;
  if (code === 0x0a || code === 0x0d) return byteClass.lineBreak;
  if (code === 0x09 || code === 0x0b || code === 0x0c || code === 0x20) return byteClass.blank;
  if ('\'"`^'.includes(String.fromCharCode(code))) return byteClass.quote;
  if (code === 0x5c) return byteClass.backslash;
  if (code === 0x3b) return byteClass.semicolon;
  return /[0-9a-fA-F]/.test(String.fromCharCode(code)) ? byteClass.hex : byteClass.plain;
});

/** The gap that a byte of these classes leaves where it stood. */
export const gapsOfClasses: ReadonlyMap<number, number> = new Map([
  [byteClass.blank, gapKinds.blank],
  [byteClass.lineBreak, gapKinds.lineBreak],
  [byteClass.quote, gapKinds.quote],
]);

/** Letters that stand for a control character after a backslash, with the gap that it leaves. */
export const controlEscapes: ReadonlyMap<number, number> = new Map([
  [0x6e, gapKinds.lineBreak],
  [0x72, gapKinds.lineBreak],
  [0x74, gapKinds.blank],
  [0x76, gapKinds.blank],
  [0x66, gapKinds.blank],
  [0x62, 0],
]);
