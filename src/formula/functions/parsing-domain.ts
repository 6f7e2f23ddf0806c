/** A host name cut at its public suffix: the suffix, and the suffix with the one label before it. */
export interface RegisteredDomain {
  readonly domain: string;
  readonly suffix: string;
}

// Labels under which two-letter country domains register names (`co.uk`, `com.au`); the whole list is at publicsuffix.org.
const registryLabels = new Set(
  'ac asn co com edu firm gen go gob gouv gov govt id ind info ltd me mil ne net nhs nic nom or org plc police sch school web'.split(
    ' ',
  ),
);

// Two-letter domains that register names directly even under such a label.
const flatCountries = new Set('ca ch cz de dk eu fi fr ie io is li lu me nl no ru se sk tv us ws'.split(' '));

const privateSuffixes = new Set(
  (
    'appspot.com azurewebsites.net blogspot.com cloudapp.net cloudfront.net firebaseapp.com fly.dev github.io githubusercontent.com ' +
    'gitlab.io herokuapp.com myshopify.com netlify.app ngrok.app ngrok.io onrender.com pages.dev s3.amazonaws.com vercel.app ' +
    'web.app workers.dev blob.core.windows.net core.windows.net'
  ).split(' '),
);

const bucketSuffix = /(?:^|\.)(s3[.-](?:dualstack\.)?[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com)$/;

/**
 * The registered domain of a host name and its public suffix, in lower case; undefined for an address and for a name without a dot.
 * Suffixes that a company lends to its customers (`github.io`) count unless they are to be ignored.
 * Inferred: from the common rules of publicsuffix.org, not from its whole list.
 */
export function registeredDomain(host: string, isPrivateSuffixIgnored: boolean): RegisteredDomain | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  const labels = name.split('.');
  if (labels.length < 2 || labels.includes('') || name.startsWith('[') || /^\d+$/.test(labels.at(-1) ?? '')) return undefined;
  const suffix = (isPrivateSuffixIgnored ? undefined : privateSuffix(name)) ?? registrySuffix(labels);
  if (suffix === name) return undefined;
  const [label = ''] = name
    .slice(0, -suffix.length - 1)
    .split('.')
    .slice(-1);
  return { domain: `${label}.${suffix}`, suffix };
}

function privateSuffix(name: string): string | undefined {
  const bucket = bucketSuffix.exec(name)?.[1];
  if (bucket !== undefined) return bucket;
  const labels = name.split('.');
  return labels.map((_, index) => labels.slice(index).join('.')).find((suffix) => privateSuffixes.has(suffix));
}

function registrySuffix(labels: readonly string[]): string {
  const [second = '', top = ''] = labels.slice(-2);
  const isCompound = top.length === 2 && registryLabels.has(second) && !flatCountries.has(top);
  return isCompound ? `${second}.${top}` : top;
}
