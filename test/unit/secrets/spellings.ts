const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const units = (text: string): readonly string[] => text.split('');
const percent = (text: string, digits: (hex: string) => string): string =>
  [...bytes(text)].map((byte) => `%${digits(byte.toString(16).padStart(2, '0'))}`).join('');
const form = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
/** Breaks lines, but not right behind a backslash: there a line break has a meaning of its own. */
const wrap = (text: string, width: number): string => text.replace(new RegExp(`.{${width}}(?<!\\\\)(?=.)`, 'gsu'), '$&\r\n');

/** Every way in which a client, a server or a writer may spell a text. */
export const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'as a URL component': (text) => encodeURIComponent(text),
  'as a URL component in lower case': (text) => encodeURIComponent(text).replace(/%../g, (escaped) => escaped.toLowerCase()),
  'as a form': form,
  'as a form with %20': (text) => form(text).replaceAll('+', '%20'),
  'percent-encoded byte by byte': (text) => percent(text, (hex) => hex.toUpperCase()),
  'percent-encoded byte by byte in lower case': (text) => percent(text, (hex) => hex),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'percent-encoded three times': (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
  'as JSON': json,
  'as JSON with \\/': (text) => json(text).replaceAll('/', '\\/'),
  'as ASCII JSON': (text) =>
    units(json(text))
      .map((unit) => (unit > '~' ? escapeUnit(unit) : unit))
      .join(''),
  'as JSON with every character escaped': (text) => units(text).map(escapeUnit).join(''),
  'as JSON with < > & escaped': (text) => json(text).replace(/[<>&']/g, escapeUnit),
  'as JSON in JSON': (text) => json(json(text)),
  'as JSON in JSON in JSON': (text) => json(json(json(text))),
  'as JSON in a URL': (text) => encodeURIComponent(json(text)),
  'in base64': (text) => bytes(text).toString('base64'),
  'in base64 without padding': (text) => bytes(text).toString('base64').replace(/=+$/, ''),
  'in base64url': (text) => bytes(text).toString('base64url'),
  'in base64 of a user and a password': (text) => bytes(`joe:${text}`).toString('base64'),
  'inside of base64, one byte on': (text) => bytes(`{${text}}`).toString('base64'),
  'inside of base64, two bytes on': (text) => bytes(`{"${text}"}`).toString('base64'),
  'in base64 of JSON': (text) => bytes(JSON.stringify({ token: text })).toString('base64url'),
  'in base64 with %2B %2F %3D': (text) => encodeURIComponent(bytes(text).toString('base64')),
  'in base64 in JSON with \\/': (text) => bytes(text).toString('base64').replaceAll('/', '\\/'),
  'in base64 in base64': (text) => bytes(bytes(`x${text}`).toString('base64')).toString('base64'),
  'in wrapped base64': (text) => wrap(bytes(`some text before ${text} and behind`).toString('base64'), 20),
  'in base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'in hexadecimal': (text) => bytes(text).toString('hex'),
  'in hexadecimal in upper case': (text) => bytes(text).toString('hex').toUpperCase(),
  'as HTML': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'as HTML with every character as a number': (text) => [...text].map((character) => `&#${character.codePointAt(0)};`).join(''),
  'as XML with every character in hexadecimal': (text) =>
    [...text].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
  'as HTML of JSON': (text) => json(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  'quoted for a POSIX shell': (text) => `'${text.replaceAll("'", "'\\''")}'`,
  'quoted for PowerShell': (text) => `'${text.replaceAll("'", "''")}'`,
  'quoted for curl’s config': (text) =>
    `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`,
  wrapped: (text) => wrap(text, 9),
  'wrapped and indented': (text) => wrap(text, 11).replaceAll('\r\n', '\n      '),
  'in upper case': (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  'as Latin-1 read from UTF-8': (text) => bytes(text).toString('latin1'),
};
