import type { PlainSignature } from '../plain-request.ts';

/**
 * The AWS signature that `--aws-sigv4 provider1[:provider2[:region[:service]]]` and `--user` ask for; region and service are read from the
 * host where the option leaves them out (`service.region.amazonaws.com`). Undefined without the option or without a key.
 */
export function readCurlSignature(option: string | undefined, user: string | undefined, url: string): PlainSignature | undefined {
  if (option === undefined || user === undefined) return undefined;
  const [, , region, service] = option.split(':');
  const [hostService = '', hostRegion = ''] = new URL(url).hostname.split('.');
  const colon = user.indexOf(':');
  return {
    region: region || hostRegion,
    service: service || hostService,
    accessKey: colon === -1 ? user : user.slice(0, colon),
    secretKey: colon === -1 ? '' : user.slice(colon + 1),
  };
}
