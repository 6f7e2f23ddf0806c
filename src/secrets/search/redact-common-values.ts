import { mark } from '../mark.ts';
import type { Secret } from '../secret.ts';

/**
 * Replaces short and common values in text that was sent: a value with more than letters or digits in it as a whole word; a plain word, a
 * number or a value of up to three characters only where it is a whole field (the text itself, a parameter, a JSON value, what follows a
 * scheme). Both go from a `user:password` in base64 too. Marks that stand in the text stay as they are.
 */
export function redactCommonValues(text: string, secrets: readonly Secret[]): string {
  if (secrets.length === 0 || text === '') return text;
  const labels = new Map(secrets.map(({ value, label }) => [value, label]));
  const paired = text.replace(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{4,}={0,2}/gu, (run) => {
    const label = labelInPair(run, labels);
    return label === null ? run : mark(label);
  });
  return secrets.reduce((result, secret) => redactOne(result, secret), paired);
}

function redactOne(text: string, { label, value }: Secret): string {
  const spelling = [
    ...new Set([
      value,
      encodeURIComponent(value.toWellFormed()),
      strictPercent(value),
      JSON.stringify(value).slice(1, -1),
      escapeMarkup(value),
    ]),
  ]
    .map(escapePattern)
    .join('|');
  const isLoose = value.length > 3 && !/^(?:\p{L}+|\d+|(.)\1*)$/u.test(value) && value.length < 6;
  const pattern = isLoose
    ? `(?<![\\p{L}\\p{N}_])(?:${spelling})(?![\\p{L}\\p{N}_])`
    : `(?<=^|["'=]|":\\s?|\\b(?:[Bb]earer|[Bb]asic|[Tt]oken|SSWS|[Aa]pi-?[Kk]ey) )(?:${spelling})(?=$|["'&;]|\\s*[,}\\]]|\\s*$)`;
  return text.replace(new RegExp(`‹[^‹›]{1,400}›|${pattern}`, 'gu'), (match) => (match.startsWith('‹') ? match : mark(label)));
}

function labelInPair(run: string, labels: ReadonlyMap<string, string>): string | null {
  const decoded = Buffer.from(run, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon === -1 || !/^[\x20-\x7e\u00a0-\uffff]+$/u.test(decoded)) return null;
  return labels.get(decoded.slice(colon + 1)) ?? labels.get(decoded.slice(0, colon)) ?? null;
}

function strictPercent(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function escapeMarkup(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
