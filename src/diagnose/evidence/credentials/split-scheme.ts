const KNOWN =
  /^(?:bearer|basic|token|apikey|api-key|key|ssws|digest|jwt|oauth|negotiate|ntlm|genie ?key|bot|aws4-hmac-sha256|splunk|zoho-oauthtoken|sso-key|klaviyo-api-key|pve(?:api|apitoken)?)$/i;

/** What stands before the credential in a header value: a known scheme, or in `Authorization` any one word before a space. */
export function splitScheme(value: string, isAuthorization: boolean): { readonly scheme: string; readonly separator: string } {
  const [, scheme = '', separator = ''] = /^([A-Za-z][A-Za-z0-9_-]{0,23})(:?[ \t]+|:)/.exec(value) ?? [];
  const isKnown = KNOWN.test(scheme);
  if (isKnown && separator !== ':') return { scheme, separator };
  if (isKnown && /^(?:bearer|token|basic)$/i.test(scheme)) return { scheme, separator };
  // Keys have underscores, schemes have none.
  if (isAuthorization && !/\d{3}|_/.test(scheme) && separator !== ':' && scheme !== '') return { scheme, separator };
  // A scheme with nothing behind it: the credential is missing.
  if (isKnownAlone(value)) return { scheme: value.trim().replace(/:$/, ''), separator: '' };
  return { scheme: '', separator: '' };
}

function isKnownAlone(value: string): boolean {
  return /^(?:bearer|basic|token|ssws|apikey|jwt|oauth):?$/i.test(value.trim());
}
