import { headerOf } from '../answers/answer.ts';
import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Rule } from './suspicion.ts';
import { tlsClientCertificateRequired } from './tls-client-certificate-required.ts';
import { tlsUntrusted } from './tls-untrusted.ts';

const PLAIN =
  /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL|Client sent an HTTP request to an HTTPS server/i;
const WANTS_TLS =
  /\b(?:please )?use HTTPS\b|\b(?:HTTPS|SSL|TLS) (?:is )?required\b|\b(?:only|must be (?:made|sent|accessed)) (?:available |accessible )?(?:over|via|through|using) (?:HTTPS|SSL|TLS)\b|\brequires? (?:HTTPS|SSL)\b|\bis secured with Secure Sockets Layer\b/i;

/** TLS was not agreed on, for a reason that is no certificate. */
export const tlsOther: Rule = (evidence) => {
  const { own, quote, messages } = evidence;
  const { body } = evidence.input.request;
  // An address in the body may be what is to have https.
  const namesAddress = (body.kind === 'text' || body.kind === 'form') && /http(?::|%3A)/i.test(evidence.input.reveal(body.text));
  const said = messages.find((message) => PLAIN.test(message) || (!namesAddress && WANTS_TLS.test(message)));
  if (said !== undefined && own.status !== null && own.status >= 400 && evidence.url.protocol === 'http:') {
    // What is said of https may be about an address in the body; 426 with TLS in Upgrade is about this one (RFC 2817, section 4.2).
    const isSure = PLAIN.test(said) || (own.status === 426 && /\bTLS\b/i.test(headerOf(own, 'upgrade') ?? ''));
    return {
      confidence: isSure ? 'confirmed' : 'likely',
      weight: 95,
      stands: true,
      isSettled: isSure || own.status === 403 || own.status === 426,
      evidence: [`the server says ${quote(said)}`],
      fix: 'write https:// in place of http:// in url',
      ...at(optionPointer(evidence.input.action, ['url'])),
    };
  }
  if (
    own.error?.kind !== 'tls' ||
    tlsUntrusted(evidence) !== null ||
    tlsClientCertificateRequired(evidence)?.confidence === 'confirmed'
  )
    return null;
  const isPlain = /wrong version number|packet length too long|record layer failure|unknown protocol/i.test(own.error.message);
  return {
    confidence: 'likely',
    weight: 60,
    stands: true,
    evidence: [
      `${own.error.code}: ${quote(own.error.message)}`,
      ...(isPlain ? ['the server does not seem to speak TLS at this port'] : []),
    ],
    fix: isPlain
      ? 'check the port, or write http:// if the service has no TLS'
      : 'ask the service which versions of TLS and which ciphers it takes: Tines uses TLS 1.2 and 1.3',
  };
};
