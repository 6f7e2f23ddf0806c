// Of pages that a script fills in nothing else is to be seen.
const TITLE = /<title[^<>]*>[^<]{0,60}\b(?:sign[ -]?in|log[ -]?in|login)\b[^<]{0,60}</i;
const ADDRESS =
  /(?:^|[/._-])(?:log-?in|sign[-_]?in|logon|saml2?)(?:[/?._-]|$)|\/oauth2?\/(?:[\w.-]+\/)*(?:authorize|start|sign_in)\b|\/adfs\/ls\b|\/openid-connect\/auth\b/i;

/** True for a page to sign in with. */
export function isLoginPage(text: string): boolean {
  return /<html/i.test(text) && (/<input[^<>]+type=["']?password/i.test(text) || TITLE.test(text));
}

/** True for an address that a redirect sends strangers to: a page to sign in with, or an identity provider’s. */
export function isLoginAddress(location: string, base: string): boolean {
  if (!URL.canParse(location, base)) return false;
  const { hostname, pathname } = new URL(location, base);
  return ADDRESS.test(pathname) || (/^(?:login|signin|sso|accounts)\./i.test(hostname) && hostname !== new URL(base).hostname);
}
