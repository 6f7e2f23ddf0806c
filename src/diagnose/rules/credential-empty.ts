import { headerOf } from '../answers/answer.ts';
import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { type Evidence, isLikeWithout } from '../evidence/evidence.ts';
import { isServerPage } from '../evidence/words/is-server-page.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** A reference resolved to nothing, or the request carries no credential at all. */
export const credentialEmpty: Rule = (evidence) => {
  const { input, isAuthFailure, uses, own, side, words, controls } = evidence;
  if (!isAuthFailure) return null;
  if (own.status === 407) return forProxy(evidence);
  if (side === 'tines') return inTines(evidence);
  const carriers = uses.filter(({ place }) => place === 'header' || place === 'query' || place === 'signature');
  const empty = uses.find(
    ({ place, secret, pair }) =>
      (place === 'header' || place === 'query') &&
      (secret.trim() === '' || (pair !== null && pair.password.trim() === '' && pair.user.trim() === '')),
  );
  const finding = input.action.findings.find(
    ({ code, source }) =>
      code === 'resolved-to-nothing' &&
      /\/(?:headers\/[^/]*(?:auth|key|token|secret)[^/]*|basic_auth(?:\/\d)?)$/i.test(source?.pointer ?? ''),
  );
  if (empty !== undefined || finding !== undefined) {
    // Beside another credential an empty one may not matter.
    const isOnly = carriers.every(({ secret }) => secret.trim() === '') || uses.length === 1;
    // 403 and the like are also said to those who are not wanted for another reason.
    const isAsked = own.status === 401 || saysSo(words, 'unseen')?.certain === true;
    const isProved = isOnly && isAsked && isLikeWithout(evidence) === true && !evidence.isGood(controls.without ?? own);
    return {
      confidence: isProved ? 'confirmed' : 'likely',
      weight: 95,
      stands: true,
      evidence: [
        finding?.text ?? `nothing stands where the credential belongs (${empty?.name === '' ? 'the request' : empty?.name})`,
        ...(isProved ? [`the answer is the same as without any credential (${own.status})`] : []),
      ],
      fix: `give ${empty?.label ?? 'the credential'} a value: check the name in the pill, and that the credential is shared with the team of this story`,
      ...at(empty?.pointer ?? finding?.source?.pointer),
    };
  }
  // An address that is signed carries its credential.
  if (uses.length > 0 || [...evidence.url.searchParams.keys()].some((name) => /[-_]signature$/i.test(name))) return null;
  const missing = saysSo(words, 'unseen');
  return {
    confidence: own.status === 401 || missing !== undefined ? 'likely' : 'possible',
    // A web server asks for a credential by 401.
    weight: own.status === 403 && isServerPage(own) ? 50 : 90,
    stands: true,
    evidence: [
      'the request carries no credential',
      ...(missing === undefined ? [] : [`the server says ${evidence.quote(missing.quote)}`]),
    ],
    fix: 'add the credential: write "Bearer <<CREDENTIAL.name>>" in an Authorization header, or what the API’s documentation asks for',
    ...at(optionPointer(input.action, ['headers'])),
  };
};

/** 407: a proxy on the way asks for a credential of its own (RFC 9110, section 15.5.8). */
function forProxy({ own, input, quote }: Evidence): ReturnType<Rule> {
  const { proxy } = input.request.policy;
  const asked = headerOf(own, 'proxy-authenticate');
  if (proxy !== undefined && /\/\/[^/@]+@/.test(input.reveal(proxy))) return null;
  return {
    confidence: 'likely',
    weight: 95,
    stands: true,
    isSettled: true,
    evidence: [
      '407 means: a proxy on the way asks for a credential of its own (RFC 9110, section 15.5.8)',
      ...(asked === null ? [] : [`it asks for ${quote(asked)}`]),
    ],
    fix: 'write the user and the password of the proxy into http_proxy_url ("http://<<CREDENTIAL.proxy_user>>:<<CREDENTIAL.proxy_password>>@host:port"); the credential of the API is not looked at yet',
    ...at(optionPointer(input.action, ['http_proxy_url'])),
  };
}

function inTines({ input, main, controls, own, alike, isGood }: Parameters<Rule>[0]): ReturnType<Rule> {
  if (main === null) return null;
  const { without, wrong } = controls;
  const fix = `check in Tines that ${main.label} has a value where this story runs (team, and the test and live values)`;
  const sent =
    input.tines.status === 'recorded'
      ? input.tines.sent?.headers.find(([name]) => name.toLowerCase() === main.name.toLowerCase())?.[1]
      : undefined;
  const isSentEmpty = sent !== undefined && main.place === 'header' && sent.trim().toLowerCase() === main.scheme.toLowerCase();
  const isLike = without !== null && !isGood(without) && alike(own, without);
  if (isSentEmpty && isLike)
    return {
      confidence: 'confirmed',
      weight: 95,
      evidence: [
        `the log shows that Tines sent nothing in ${main.name}`,
        'the answer in Tines is the one that the server gives without a credential',
      ],
      fix,
      ...at(main.pointer),
    };
  if (isSentEmpty)
    return {
      confidence: 'likely',
      weight: 95,
      evidence: [`the log shows that Tines sent nothing in ${main.name}`],
      fix,
      ...at(main.pointer),
    };
  if (!isLike) return null;
  const isToldApart = wrong !== null && !alike(own, wrong);
  const isBare = own.text === null && own.headers === null;
  return {
    confidence: isToldApart && !isBare ? 'likely' : 'possible',
    weight: 80,
    evidence: [
      `without a credential the server answers as it answered Tines (${own.status})`,
      ...(isToldApart ? ['a wrong credential gets another answer'] : []),
    ],
    fix,
    ...at(main.pointer),
  };
}
