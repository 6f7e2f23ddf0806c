import type { DiagnosisInput } from '../../diagnosis-input.ts';

const SHORTEST = 8;

/** The messages that are not merely what the request itself holds in its body or its address: a server that quotes its input says nothing by that. */
export function withoutEchoes(
  messages: readonly string[],
  { request, reveal }: Pick<DiagnosisInput, 'request' | 'reveal'>,
): readonly string[] {
  const { body } = request;
  const text = body.kind === 'text' || body.kind === 'form' ? reveal(body.text) : '';
  const sent = [text, decoded(text), decoded(reveal(request.url))].join('\n');
  return messages.filter((message) => {
    const isLong = message.length >= SHORTEST;
    return !isLong || !(sent.includes(message) || sent.includes(JSON.stringify(message).slice(1, -1)));
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
