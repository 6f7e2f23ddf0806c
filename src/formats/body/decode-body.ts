/**
 * The text of a body: by its byte order mark, the charset of its media type, what XML or HTML declares of itself, as UTF-8, and in the end
 * (text of a media type that is text) as Windows-1252. JSON is UTF-8 whatever the media type says (RFC 8259, 8.1) where it can be. Null for
 * what is no text. `isCut` says that bytes are missing at the end.
 */
export function decodeBody(bytes: Uint8Array, contentType: string, isCut = false): string | null {
  const isText =
    /^\s*(?:text\/|application\/(?:[\w.+-]*[+/])?(?:json|xml|javascript|x-www-form-urlencoded)\b)|[+](?:json|xml)\b/iu.test(
      contentType,
    );
  const declared = /charset\s*=\s*["']?([^"';\s]+)/iu.exec(contentType)?.[1];
  const isWide = /^utf-?(?:16|32)|^ucs|^iso-2022/iu.test(declared ?? '');
  const labels = [
    byteOrderMark(bytes),
    /[/+]json\b/iu.test(contentType) && !isWide ? 'utf-8' : undefined,
    declared,
    declared === undefined ? ownCharset(bytes) : undefined,
    'utf-8',
    isText ? 'windows-1252' : undefined,
  ];
  for (const label of labels) {
    const text = label === undefined ? null : decode(bytes, label, isCut);
    if (text !== null && !text.includes('\u0000')) return text;
  }
  return null;
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** `<?xml encoding="…"?>`, `<meta charset="…">`, `<meta content="…; charset=…">`. */
function ownCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (!/^\s*</u.test(head)) return undefined;
  return (
    /^\s*<\?xml\s[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/u.exec(head)?.[1] ??
    /<meta\s[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/iu.exec(head)?.[1]
  );
}

function decode(bytes: Uint8Array, label: string, isCut: boolean): string | null {
  try {
    // A body cut at 8 MiB may end inside a character.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    // An unknown or a wrong charset: the next one is tried.
    return null;
  }
}
