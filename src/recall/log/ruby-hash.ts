import { endOfString } from './cut-braces.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['e', '\u001b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['s', ' '],
  ['t', '\t'],
  ['v', '\v'],
]);

const token = /=>|:([A-Za-z_]\w*[?!]?)|([A-Za-z_]\w*[?!]?)(?=\s*:(?!:))|([A-Za-z_]\w*)|-?\d[\w.+-]*|\s+|[\s\S]/uy;

/** A Ruby hash as `inspect` prints it (`"url"=>nil`, `:method=>:get`, `url: 1`) as JSON text; JSON stays what it is but for its blanks. */
export function rubyHashAsJson(text: string): string {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      const end = endOfString(text, at);
      tokens.push(jsonString(text.slice(at + 1, end)));
      at = end + 1;
      continue;
    }
    token.lastIndex = at;
    const [whole = '', symbol, key, word] = token.exec(text) ?? [];
    // A colon behind a name parts it from its value; elsewhere it begins a symbol.
    const isColon = symbol !== undefined && tokens.at(-1)?.startsWith('"') === true;
    if (isColon) tokens.push(':');
    else if (symbol !== undefined || key !== undefined) tokens.push(JSON.stringify(symbol ?? key));
    else if (/^[}\]]$/u.test(whole)) closeList(tokens, whole);
    else if (whole.trim() !== '') tokens.push(whole === '=>' ? ':' : word === 'nil' ? 'null' : whole);
    at += isColon ? 1 : Math.max(1, whole.length);
  }
  return tokens.join(' ');
}

/** Ruby may leave a comma behind the last member. */
function closeList(tokens: string[], bracket: string): void {
  if (tokens.at(-1) === ',') tokens.pop();
  tokens.push(bracket);
}

function jsonString(inner: string): string {
  const text = inner.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/gu,
    (_, ...found: readonly unknown[]) => {
      const [braced, four, two, letter] = found.map((group) => (typeof group === 'string' ? group : undefined));
      const code = braced ?? four ?? two;
      if (code !== undefined)
        return Number.parseInt(code, 16) > 0x10ffff ? '\ufffd' : String.fromCodePoint(Number.parseInt(code, 16));
      return escapes.get(letter ?? '') ?? letter ?? '';
    },
  );
  return JSON.stringify(text);
}
