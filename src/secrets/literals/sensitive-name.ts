const exact: ReadonlySet<string> = new Set(
  (
    'authorization proxyauthorization cookie setcookie apikey apitoken token auth authtoken password passwd passphrase pwd pass secret ' +
    'signature sig assertion clientassertion jwt bearer sessionid session sid otp passcode pin credential credentials accesskey accesskeyid'
  ).split(' '),
);
const endings =
  /(?:apikey|apitoken|token|secret|password|passwd|passphrase|privatekey|secretkey|accesskey|subscriptionkey|appkey|applicationkey|authkey|signingkey|authorization|authentication|credential|sessionid|clientassertion)$/u;
/** They end like secrets and are none: what a list continues with, limits, kinds. */
const harmless =
  /(?:next|page|pages|paging|pagination|continuation|continue|sync|delta|cursor|scroll|skip|idempotency|max|start|per|count|num)tokens?$|^(?:is|has|no|reset|forgot|change|requires?|show|hide|use)(?:password|passwd|secret|token)$/u;

/** True for the name of a header, a parameter or a member whose value is a credential: `X-Api-Key`, `client_secret`, `clientSecret`. */
export function isSensitiveName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/gu, '');
  return (exact.has(plain) || endings.test(plain)) && !harmless.test(plain);
}
