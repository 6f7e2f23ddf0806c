import type { Exchange, SentMessage } from '../../model/outcome.ts';
import { UNSEEN_BODY } from '../bodies/unseen-body.ts';
import { parseSentMessage } from './parse-sent-message.ts';
import { readCurlMessages } from './read-messages.ts';
import type { CurlEnd } from './transfer.ts';

/** What is known of the request that curl was asked for. */
interface Asked {
  readonly url: string;
  readonly body?: Uint8Array;
  /** How many bytes of the last request's body curl says that it sent. */
  readonly uploaded?: number;
}

interface CurlExchanges {
  /** The redirects before the last request. */
  readonly completed: readonly Exchange[];
  /** The last request with its answer, where one began. */
  readonly last?: Exchange;
  /** The last request, where one was sent. */
  readonly sent?: SentMessage;
}

/** Puts together what curl sent and received, hop by hop. */
export function readCurlExchanges({ messages, body }: CurlEnd, asked: Asked): CurlExchanges {
  const found = readCurlMessages(messages);
  const completed: Exchange[] = [];
  let url = asked.url;
  for (const [index, { sentHead, received }] of found.entries()) {
    const isLast = index === found.length - 1;
    const sent = withBody(parseSentMessage(Buffer.from(sentHead, 'latin1'), url), asked, isLast);
    if (sent === undefined) continue;
    if (isLast)
      return { completed, sent, ...(received === undefined ? {} : { last: { sent, received: { ...received, body } } }) };
    if (received === undefined) continue;
    completed.push({ sent, received: { ...received, body: UNSEEN_BODY } });
    const location = received.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (location !== undefined && URL.canParse(location, url)) url = new URL(location, url).href;
  }
  return { completed };
}

/** The messages show heads only; a request that announces a body got the one that curl was given, as far as it was sent. */
function withBody(sent: SentMessage | undefined, { body, uploaded }: Asked, isLast: boolean): SentMessage | undefined {
  if (sent === undefined || body === undefined) return sent;
  const announced = sent.headers.some(
    ([name, value]) => (/^content-length$/i.test(name) && value !== '0') || /^transfer-encoding$/i.test(name),
  );
  if (!announced) return sent;
  return { ...sent, body: isLast && uploaded !== undefined && uploaded < body.length ? body.subarray(0, uploaded) : body };
}
