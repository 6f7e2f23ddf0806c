import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The server asks for a client certificate, by an alert of TLS (RFC 8446, section 6.2) or by an answer. */
export const tlsClientCertificateRequired: Rule = ({ own, input, words, quote }) => {
  const word = saysSo(words, 'tls-client-certificate-required');
  const message = `${own.error?.code ?? ''} ${own.error?.message ?? ''}`;
  const isAlert = own.error !== undefined && /certificate[ _]required|alert (?:number )?116\b/i.test(message);
  const isMaybe =
    own.error?.kind === 'tls' && /handshake[ _]failure|bad[ _]certificate|alert (?:number )?(?:40|42)\b/i.test(message);
  const isAnswer = word !== undefined && own.status !== null && own.status >= 400;
  const isSure = isAnswer && word.certain;
  if (!isAlert && !isAnswer && !isMaybe) return null;
  return {
    confidence: isAlert || isSure ? 'confirmed' : isAnswer ? 'likely' : 'possible',
    weight: 94,
    stands: true,
    isSettled: isAlert || isSure,
    evidence: [
      isAnswer ? `the server says ${quote(word.quote)}` : `${own.error?.code ?? ''}: ${quote(own.error?.message ?? '')}`,
    ],
    fix: 'set mutual_tls to "<<CREDENTIAL.name>>", an mTLS credential with the client certificate and its key',
    ...at(optionPointer(input.action, ['mutual_tls'])),
  };
};
