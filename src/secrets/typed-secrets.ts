import { secretsInField } from './literals/secrets-in-field.ts';
import { secretsInText } from './literals/secrets-in-text.ts';
import { isSensitiveName } from './literals/sensitive-name.ts';
import { isTooCommon } from './search/everyday.ts';

/** Options of curl, and of this program, whose whole value is a secret, or may be one. */
const secretOptions: ReadonlySet<string> = new Set(['u', 'user', 'U', 'proxy-user', 'oauth2-bearer', 'b', 'pass', 'auth']);
const headerOptions: ReadonlySet<string> = new Set(['H', 'header', 'headers', 'proxy-header']);
/** Their values are ids and hashes that no one hides. */
const idOptions: ReadonlySet<string> = new Set(['pick', 'run', 'changed-since']);

/**
 * What in the words of a command line looks like a secret that was typed by mistake: by shape, by the name of its option, or because no person would
 * write it. A misspelt option, a path, a number, a formula and an id where one belongs are none. Longest first. Pure.
 */
export function typedSecrets(words: readonly string[]): readonly string[] {
  const found = words.flatMap((word, index) => secretsOfWord(word, words[index - 1] ?? ''));
  return [...new Set(found)].filter((secret) => !isTooCommon(secret)).sort((left, right) => right.length - left.length);
}

function secretsOfWord(word: string, before: string): readonly string[] {
  const [, name = '', rest = '', value] = /^--?([A-Za-z]{1,20}\d{0,2}(?:[-_.][A-Za-z]{1,20}\d{0,2})*)?([^=]*)(?:=(.*))?$/su.exec(
    word.startsWith('-') ? word : '',
  ) ?? ['', /^--?(.*)$/su.exec(before)?.[1] ?? '', '', word];
  if (rest !== '') return [...secretsInText(word), rest, ...secretsInPieces(`${name}${rest}`), ...secretsOfWord(value ?? '', '')];
  const own = word.startsWith('-') ? secretsInPieces(name) : [];
  return value === undefined ? own : [...own, ...secretsOfValue(name, value)];
}

function secretsOfValue(name: string, value: string): readonly string[] {
  const shaped = secretsInText(value);
  if (name === 'credential') return [...shaped, ...secretsOfAssignment(value)];
  if (headerOptions.has(name)) {
    const colon = value.indexOf(':');
    return [...shaped, ...secretsInField('authorization', value.slice(colon + 1), false)];
  }
  if (secretOptions.has(name) || isSensitiveName(name)) {
    // The file of `--credentials`, and paths in the place of values, are to be seen.
    if (name === 'credentials') return [...shaped, ...secretsInPieces(value)];
    return [...shaped, value, ...value.split(':').slice(1)];
  }
  if (idOptions.has(name) && /^[\da-f-]+$/iu.test(value)) return shaped;
  return [...shaped, ...secretsInPieces(value)];
}

/** `NAME=SOURCE`: only a source of the four kinds is none itself. */
function secretsOfAssignment(text: string): readonly string[] {
  const at = text.indexOf('=');
  const [name, source] = at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + 1)];
  const known = /^(?:env|file|cmd):|^prompt$/u.test(source);
  return [...secretsInPieces(name), ...(known ? secretsInPieces(source.replace(/^\w+:/u, '')) : [source])];
}

function secretsInPieces(text: string): readonly string[] {
  const named = [...text.matchAll(/([\w-]{1,80})=([^\s&;,"'<>]+)/gu)].flatMap(([, name = '', value = '']) =>
    isSensitiveName(name) && !isPath(value) ? [value] : [],
  );
  const pieces = text.split(/[\s"'`‹›<>()[\]{},;|]+/u).flatMap((piece) => {
    const [, resource] = /[a-z][a-z\d+.-]*:\/\/[^/?#]*(.*)$/isu.exec(piece) ?? [];
    return resource === undefined ? piece.split(/[=:#?&]+/u).filter(isSecret) : secretsInResource(resource);
  });
  const passwords = [...text.matchAll(/:\/\/[^\s:@/]*:([^\s@]+)@/gu)].map(([, password = '']) => password);
  return [...named, ...passwords, ...pieces];
}

/** The secrets in what follows a host; where one has slashes, what stands between them belongs to it. */
function secretsInResource(text: string): readonly string[] {
  const pieces = text.split(/[/?&=#]+/u);
  if (!pieces.some(isSecret)) return [];
  return pieces.filter((piece) => isSecret(piece) || (isMixed(piece) && piece.length >= 6));
}

function isSecret(piece: string): boolean {
  return !isPath(piece) && isUnreadable(piece);
}

/** True for what a person would call a path: it begins with a folder, or ends with an ending. */
function isPath(piece: string): boolean {
  return (
    /^(?:[~.]{1,2}|[A-Za-z]:)?[/\\](?:[a-z_-]+|[A-Z][a-z]+)(?:[/\\]|$)/u.test(piece) ||
    /^\.{1,2}[/\\]/u.test(piece) ||
    /^[a-z_-]{2,}[/\\]/u.test(piece) ||
    /\.[a-z][a-z\d_]{1,20}$/u.test(piece)
  );
}

/** True for what no person would write: letters and digits in one, capitals at random, a password's mixture of signs. */
function isUnreadable(piece: string): boolean {
  if (/^\d{4}-\d{2}/u.test(piece)) return false;
  const parts = piece.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  const mixed = parts.filter(isMixed).join('');
  const turns = mixed.match(/\p{L}(?=\d)|\d(?=\p{L})/gu)?.length ?? 0;
  if (mixed.length >= 10 && (turns > 2 || mixed.length >= 20)) return true;
  if (parts.some((part) => isScrambled(part) || /\p{Ll}{31}|\p{Lu}{31}/u.test(part))) return true;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[!@#$%^&~?*+]/u].filter((kind) => kind.test(piece)).length;
  return piece.length >= 8 && kinds === 4;
}

/** Letters whose case changes more often than words begin. */
function isScrambled(part: string): boolean {
  return part.length >= 12 && (part.match(/\p{Ll}\p{Lu}/gu) ?? []).length > part.length / 5;
}

/** Letters and digits in one, and not a word with its number. */
function isMixed(part: string): boolean {
  return /\p{L}/u.test(part) && /\d/u.test(part) && !/^\p{L}+\d{1,2}$/u.test(part);
}
