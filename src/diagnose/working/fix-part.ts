import type { RequestSpec } from '../../model/request-spec.ts';
import type { CauseCode } from '../../model/verdict.ts';
import { headerText } from '../edit-request.ts';
import { findCredentials } from '../evidence/credentials/find-credentials.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { RequestPart } from './compare-requests.ts';
import { splitUrl } from './url-parts.ts';

interface Fixing {
  readonly working: RequestSpec;
  readonly evidence: Evidence;
  readonly code: CauseCode;
}

/** What to write into the action to take one part over from the request that works. A credential is written as the action's pill, never as its value. */
export function fixPart(part: RequestPart, { working, evidence, code }: Fixing): string {
  const { kind, name, label } = part;
  const { main, input } = evidence;
  const use = findCredentials({ action: input.action, request: working, reveal: input.reveal }).find(
    ({ place, name: other }) => place === kind && other.toLowerCase() === name.toLowerCase(),
  );
  if (use !== undefined && code !== 'client-header') {
    const pill = main?.pill ?? '<<CREDENTIAL.name>>';
    if (main !== null && ANOTHER.has(code))
      return `put the credential of the request that works into ${main.label}: the action sends another one`;
    if (kind === 'query') return `send the credential as the query parameter ${name}: "${pill}"`;
    if (use.scheme.toLowerCase() === 'basic')
      return 'set the option basic_auth to ["user", "<<CREDENTIAL.name>>"], with the user and the password of the request that works';
    const elsewhere =
      main !== null && main.name.toLowerCase() !== name.toLowerCase()
        ? `, and take it out of ${main.place === 'header' ? `the ${main.name} header` : `the query parameter ${main.name}`}`
        : '';
    return `write "${use.scheme === '' ? '' : `${use.scheme} `}${pill}" in the ${use.name} header${elsewhere}`;
  }
  const value = kind === 'header' ? headerText(working, name) : undefined;
  if (kind === 'header' && value === undefined) return `remove the header ${name}`;
  if (value?.every((piece) => typeof piece === 'string') === true)
    return name.toLowerCase() === 'user-agent'
      ? `set the option user_agent to "${value.join('')}"`
      : `write "${value.join('')}" in the ${name} header`;
  if (kind === 'method') return `set method to "${working.method.toLowerCase()}"`;
  const { base } = splitUrl(working.url);
  if (kind === 'path' && base.every((piece) => typeof piece === 'string')) return `write "${base.join('')}" in url`;
  return `take over ${label} from the request that works`;
}

const ANOTHER: ReadonlySet<CauseCode> = new Set([
  'credential-rejected',
  'credential-expired',
  'credential-not-yet-valid',
  'permission-missing',
  'wrong-environment',
  'wrong-audience',
]);
