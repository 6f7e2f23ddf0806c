import { domainLibrary } from './domain-library.ts';

/** A host name cut at its public suffix: the suffix, and the suffix with the one label before it. */
export interface RegisteredDomain {
  readonly domain: string;
  readonly suffix: string;
}

/**
 * The registered domain of a host name and its public suffix, in lower case, by the list of publicsuffix.org; undefined for an address,
 * for a name without a dot and for a public suffix itself. Suffixes that a company lends to its customers (`github.io`) count unless
 * they are to be ignored.
 */
export function registeredDomain(host: string, isPrivateSuffixIgnored: boolean): RegisteredDomain | undefined {
  const { domain, publicSuffix } = domainLibrary().parse(host.toLowerCase().replace(/\.$/, ''), {
    allowPrivateDomains: !isPrivateSuffixIgnored,
    extractHostname: false,
    validateHostname: false,
  });
  return domain === null || publicSuffix === null ? undefined : { domain, suffix: publicSuffix };
}
