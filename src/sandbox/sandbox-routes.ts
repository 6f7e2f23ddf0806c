import type { SandboxRoute } from './route.ts';
import { basicRoutes } from './routes/basic.ts';
import { basicFormatRoutes } from './routes/basic-format.ts';
import { bearerRoutes } from './routes/bearer.ts';
import { cloudReasonRoutes } from './routes/cloud-reasons.ts';
import { contentTypeRoutes } from './routes/content-types.ts';
import { credentialTextRoutes } from './routes/credential-text.ts';
import { environmentRoutes } from './routes/environments.ts';
import { errorUnderSuccessRoutes } from './routes/errors-under-success.ts';
import { firewallRoutes } from './routes/firewalls.ts';
import { identityPlatformRoutes } from './routes/identity-platforms.ts';
import { limitRoutes } from './routes/limits.ts';
import { methodRoutes } from './routes/methods.ts';
import { payloadRoutes } from './routes/payloads.ts';
import { placeRoutes } from './routes/places.ts';
import { queryRoutes } from './routes/queries.ts';
import { redirectRoutes } from './routes/redirects.ts';
import { schemeRoutes } from './routes/schemes.ts';
import { signedRequestRoutes } from './routes/signed-requests.ts';
import { tinesSideRoutes } from './routes/tines-side.ts';
import { tokenClaimRoutes } from './routes/token-claims.ts';
import { webServerRoutes } from './routes/web-servers.ts';

/** Every route of the sandbox, the classic failures first. */
export const sandboxRoutes: readonly SandboxRoute[] = [
  ...bearerRoutes,
  ...basicRoutes,
  ...schemeRoutes,
  ...placeRoutes,
  ...credentialTextRoutes,
  ...basicFormatRoutes,
  ...tokenClaimRoutes,
  ...webServerRoutes,
  ...environmentRoutes,
  ...methodRoutes,
  ...contentTypeRoutes,
  ...payloadRoutes,
  ...queryRoutes,
  ...redirectRoutes,
  ...limitRoutes,
  ...firewallRoutes,
  ...errorUnderSuccessRoutes,
  ...signedRequestRoutes,
  ...identityPlatformRoutes,
  ...cloudReasonRoutes,
  ...tinesSideRoutes,
];
