import { looksRandom } from '../search/everyday.ts';

const scheme = /^(?:[A-Za-z][A-Za-z0-9-]{1,24}\s+(?:token=)?|(?:Basic|Bearer|Token|SSWS|ApiKey|GenieKey|Splunk|Key)$)/iu;
/** What authors write where a value is still to be filled in. */
const placeholder =
  /^(?:[<{[(].*|\*+|x{3,}|\.{3}|none|null|true|false|n\/a|bearer|basic|(?:your|insert|enter|redacted|placeholder|todo)(?:[^a-z\d]\D*)?)$/iu;

/**
 * The secrets in the value of a field that is known to hold one: what follows the scheme (`Bearer …`, `Basic …`, `Token token=…`), each value of a
 * cookie. `isPart`: the value is what is left around pills, so only what looks like a token counts.
 */
export function secretsInField(name: string, value: string, isPart: boolean): readonly string[] {
  const plain = name.toLowerCase().replace(/[^a-z]+/gu, '');
  const candidates = plain.endsWith('cookie')
    ? cookieValues(value)
    : plain.endsWith('authorization')
      ? authorizationValues(value)
      : [value.trim()];
  return candidates.filter((candidate) => candidate !== '' && (isPart ? looksRandom(candidate) : !placeholder.test(candidate)));
}

function cookieValues(value: string): readonly string[] {
  return value.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
}

function authorizationValues(value: string): readonly string[] {
  const text = value.trim();
  const rest = text.replace(scheme, '');
  const [, pair = ''] = /^basic\s+([A-Za-z0-9+/_-]+={0,2})$/iu.exec(text) ?? [];
  const decoded = Buffer.from(pair, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  // The password is found by itself too: some writers take the pair apart. A key without a password stands before the colon.
  const parts = pair === '' || colon === -1 ? [] : [decoded.slice(colon + 1) || decoded.slice(0, colon)];
  return [rest.replace(/^"(.*)"$/u, '$1'), ...parts];
}
