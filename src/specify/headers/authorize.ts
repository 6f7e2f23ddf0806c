import type { ResolvedAction } from '../../model/action.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import type { SpecifySettings } from '../policy/settings.ts';
import { awsSignature } from './aws-signature.ts';
import { basicAuthorization, basicCredentials } from './basic-auth.ts';
import type { UserHeader } from './user-headers.ts';

interface Claims {
  readonly resolved: ResolvedAction;
  readonly settings: SpecifySettings;
  readonly user: readonly UserHeader[];
  /** `user:password` from the URL. */
  readonly userInfo: Text | undefined;
}

interface Authority {
  /** The author's headers, without one that a signature takes the place of. */
  readonly user: readonly UserHeader[];
  /** The Authorization header that options ask for; undefined where the author's own wins, or none is asked for. */
  readonly authorization: Text | undefined;
  readonly signature: Pick<RequestSpec, 'signature'>;
}

/** Decides between the Authorization header, `basic_auth`, the URL's user and an AWS signature, in this order. */
export function authorize(options: OptionReader, { resolved, settings, user, userInfo }: Claims, notes: Notes): Authority {
  const header = user.find(({ name }) => name.toLowerCase() === 'authorization');
  const basic = basicCredentials(options);
  if (header !== undefined) {
    if (basic !== undefined) {
      notes.warn(
        'auth-overridden',
        'The Authorization header wins over basic_auth, which is not sent.',
        options.place('basic_auth'),
      );
      notes.assume('auth-overridden', 'Of an Authorization header and basic_auth the header is taken to be sent.', header.source);
    } else if (userInfo !== undefined) {
      notes.warn(
        'auth-overridden',
        'The Authorization header wins over the user in the URL, which is not sent.',
        options.place('url'),
      );
    }
    const signature = awsSignature(header, settings.awsCredentials ?? new Map());
    const others = signature === undefined ? user : user.filter((other) => other !== header);
    return { user: others, authorization: undefined, signature: signature === undefined ? {} : { signature } };
  }
  if (basic === undefined && userInfo !== undefined) {
    notes.assume(
      'url-user',
      'The user in the URL is taken to be sent as Basic authentication, and not in the URL.',
      options.place('url'),
    );
  }
  const credentials = basic ?? userInfo;
  const taken = resolved.variables.map(({ name }) => name);
  return { user, authorization: credentials && basicAuthorization(credentials, taken), signature: {} };
}
