import { findHost } from '../../diagnose/hosts/index.ts';
import type { IsCredentialField } from '../../secrets/literals/secrets-in-request.ts';

/** True where the API at that address is known to take a credential in a header or parameter of that name. */
export const isCredentialField: IsCredentialField = ({ url, place, name }) =>
  findHost(url)?.credentials.some((way) => way.place === place && way.name.toLowerCase() === name.toLowerCase()) ?? false;
