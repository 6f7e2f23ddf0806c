import type { HostEntry } from '../../hosts/host-entry.ts';
import type { Challenge } from '../challenge.ts';
import type { ServerWord } from './server-word.ts';
import { wordList } from './word-list.ts';

interface Spoken {
  readonly messages: readonly string[];
  readonly challenges: readonly Challenge[];
  readonly host: HostEntry | null;
}

/** What an answer says about its failure in its own words: the challenge's error first (RFC 6750), then the API's known codes, then sentences that APIs share. */
export function readWords({ messages, challenges, host }: Spoken): readonly ServerWord[] {
  const own = (host?.words ?? []).map(({ pattern, code, certain }) => ({
    pattern: new RegExp(pattern, 'i'),
    says: code,
    certain,
  }));
  const spoken = [
    ...challenges.flatMap(challengeWords),
    ...messages.flatMap((message) => wordsIn(message, [...own, ...wordList])),
  ];
  const seen = new Set<string>();
  return spoken.filter(({ says, certain }) => {
    const key = `${says} ${certain}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** True where the words say this. */
export function saysSo(words: readonly ServerWord[], says: ServerWord['says']): ServerWord | undefined {
  return words.find((word) => word.says === says && word.certain) ?? words.find((word) => word.says === says);
}

function challengeWords({ parameters }: Challenge): readonly ServerWord[] {
  const error = parameters.get('error') ?? '';
  const description = parameters.get('error_description') ?? '';
  const quote = [error, description].filter((part) => part !== '').join(': ');
  if (error === 'insufficient_scope') return [{ says: 'permission-missing', certain: true, quote }];
  const described = wordsIn(description, wordList).map((word) => ({ ...word, quote }));
  if (error !== 'invalid_token') return described;
  const isPrecise = described.some(({ says, certain }) => certain && says !== 'credential-rejected');
  // The code stands for expired, revoked, malformed and more (RFC 6750, section 3.1).
  return isPrecise
    ? described
    : [...described, { says: 'credential-rejected', certain: described.some(({ certain }) => certain), quote }];
}

function wordsIn(written: string, list: typeof wordList): readonly ServerWord[] {
  // What an address is called says nothing; a lone one is the type of a problem (RFC 9457).
  const message = URL.canParse(written) ? written : written.replace(/\bhttps?:\/\/[^\s"'<>)]+/gi, '…');
  const found = list.find(({ pattern }) => pattern.test(message));
  if (found === undefined) return [];
  return [{ says: found.says, certain: found.certain, quote: shorten(message, found.pattern) }];
}

function shorten(message: string, pattern: RegExp): string {
  const flat = message.replace(/\s+/g, ' ').trim();
  if (flat.length <= 140) return flat;
  const place = pattern.exec(flat)?.index ?? 0;
  const start = Math.max(0, place - 40);
  return `${start > 0 ? '…' : ''}${flat.slice(start, start + 140)}…`;
}
