interface Place {
  readonly place: 'header' | 'query';
  readonly name: string;
  readonly scheme: string;
}

const HEADERS = /\b(x-[a-z0-9-]*(?:key|token|auth|secret|apikey)[a-z0-9-]*|(?:private|api|app|auth)-(?:token|key)|apikey)\b/gi;
const QUERY =
  /(?:query|url|request)(?:[ -]string)? ?(?:param(?:eter)?|arg(?:ument)?)?s?\b[^.]{0,12}["'`‹(]([a-z][\w-]{1,30})["'`›)]|["'`‹(]([a-z][\w-]{1,30})["'`›)]? (?:query|url|request)(?:[ -]string)? ?(?:param|arg)|\b([a-z]+_(?:key|token)|apikey|token|key)\b (?:query |request |url )?param(?:eter)?\b|(?:query|url) (?:string )?param(?:eter)?:? ([a-z][\w-]{1,30})\b|[?&]([a-z][\w-]{1,30})=/gi;
const AUTHORIZATION = /\bauthorization["'`’]? (?:http |request )?header\b|\bheader["'`’]? ["'`‹]?authorization\b/i;

/** What gateways say, and where they look: Azure API Management, Kong's key-auth, AWS' API Gateway, Vault; by their documentation. */
const GATEWAYS: readonly (readonly [RegExp, string])[] = [
  [/\bsubscription key\b/i, 'Ocp-Apim-Subscription-Key'],
  [/\bNo API key found in request\b/i, 'apikey'],
  [/^Missing Authentication Token$/i, 'x-api-key'],
  [/^missing client token$/i, 'X-Vault-Token'],
];

/** The headers and query parameters in which a server says that it looks for a credential. */
export function namedPlaces(messages: readonly string[]): readonly Place[] {
  const found: Place[] = [];
  for (const message of messages) {
    if (message.length > 400) continue;
    for (const match of message.matchAll(QUERY)) {
      const name = match.slice(1).find((part) => part !== undefined && /key|token|auth|secret|pass/i.test(part));
      if (name !== undefined) found.push({ place: 'query', name, scheme: '' });
    }
    for (const [, name = ''] of message.matchAll(HEADERS)) {
      const isParameter = /param/i.test(message) && !/header/i.test(message);
      if (!isParameter && !(/^apikey$/i.test(name) && !/header/i.test(message)))
        found.push({ place: 'header', name, scheme: '' });
    }
    for (const [pattern, name] of GATEWAYS) if (pattern.test(message)) found.push({ place: 'header', name, scheme: '' });
    if (AUTHORIZATION.test(message)) found.push({ place: 'header', name: 'Authorization', scheme: 'Bearer' });
  }
  const seen = new Set<string>();
  return found.filter(({ place, name }) => {
    const key = `${place} ${name.toLowerCase()}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
