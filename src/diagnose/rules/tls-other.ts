import { at } from '../at.ts';
import { optionPointer } from '../evidence/option-text.ts';
import type { Rule } from './suspicion.ts';
import { tlsClientCertificateRequired } from './tls-client-certificate-required.ts';
import { tlsUntrusted } from './tls-untrusted.ts';

/** TLS was not agreed on, for a reason that is no certificate. */
export const tlsOther: Rule = (evidence) => {
  const { own, quote, messages } = evidence;
  const said = messages.find((message) =>
    /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL|Client sent an HTTP request to an HTTPS server/i.test(
      message,
    ),
  );
  if (said !== undefined && own.status !== null && own.status >= 400) {
    return {
      confidence: 'confirmed',
      weight: 95,
      stands: true,
      isSettled: true,
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
