import type { RequestSpec } from '../../model/request-spec.ts';
import { at } from '../at.ts';
import { headerText, withHeader } from '../edit-request.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Change } from './change.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const PLAIN = 'curl/8.5.0';

/** The request under other names of the client: a browser's, then curl's. Tines' own name is an addition of Tines. */
export function changeUserAgent(request: RequestSpec, { input }: Evidence): readonly Change[] {
  const sent = input.reveal(headerText(request, 'User-Agent') ?? []);
  const isTines = sent.startsWith('Tines (');
  const pointer = optionPointer(input.action, [isTines ? 'user_agent' : 'headers']);
  return [BROWSER, PLAIN]
    .filter((name) => name !== sent)
    .map((name) => ({
      claims: 'user-agent-blocked',
      name: `with the User-Agent ‹${name}›`,
      request: withHeader(request, 'User-Agent', [name]),
      touchesCredential: false,
      isBlind: false,
      fix: `set the option user_agent to "${name}", or ask the service to let ‹${isTines ? sent : 'the User-Agent of the action'}› through`,
      ...at(pointer),
      ...(isTines ? { addition: 'its User-Agent' } : {}),
    }));
}
