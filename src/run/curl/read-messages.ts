import type { HeaderField } from '../../model/request-spec.ts';
import { decodeHeaderText } from '../bodies/decode-header-text.ts';
import { parseHeaderLine } from './parse-sent-message.ts';

/** The head of an answer. */
export interface ReceivedHead {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly HeaderField[];
}

/** A request that curl sent and the head of the answer, where one came. */
export interface CurlExchange {
  /** The head as it went over the wire, with its empty line, in Latin-1. */
  readonly sentHead: string;
  readonly received?: ReceivedHead;
}

/**
 * Reads what `curl --verbose` writes: lines with `> ` are sent, lines with `< ` received, byte for byte. Answers with a status of 1xx and
 * what is said to a proxy (CONNECT) are passed over. `messages` is Latin-1.
 */
export function readCurlMessages(messages: string): readonly CurlExchange[] {
  const exchanges: { sent: string[]; received: string[] }[] = [];
  let isSending = false;
  for (const line of messages.split('\n')) {
    const [mark, text] = [line.slice(0, 2), line.slice(2)];
    if (mark === '> ') {
      if (!isSending) exchanges.push({ sent: [], received: [] });
      exchanges.at(-1)?.sent.push(text);
      isSending = text !== '\r' && text !== '';
    } else if (mark === '< ') {
      exchanges.at(-1)?.received.push(text.replace(/\r$/, ''));
    }
  }
  return exchanges
    .filter(({ sent }) => !sent[0]?.startsWith('CONNECT '))
    .map(({ sent, received }) => {
      const head = readReceivedHead(received);
      return { sentHead: `${sent.join('\n')}\n`, ...(head === undefined ? {} : { received: head }) };
    });
}

function readReceivedHead(lines: readonly string[]): ReceivedHead | undefined {
  let head: { version: string; status: number; reason: string; headers: HeaderField[]; open: boolean } | undefined;
  for (const line of lines) {
    const [, version, status, reason = ''] = /^(HTTP\/\d(?:\.\d)?) (\d{3})(?: (.*))?$/i.exec(line) ?? [];
    if (version !== undefined && (head === undefined || head.status < 200)) {
      head = { version, status: Number(status), reason: decodeHeaderText(reason.trim()), headers: [], open: true };
    } else if (line === '') {
      if (head !== undefined) head.open = false;
    } else if (head?.open === true) {
      addHeaderLine(head.headers, line);
    }
  }
  // Where the connection ends within the head, curl takes it for whole.
  if (head === undefined || head.status < 200 || head.open) return undefined;
  const { open: _, ...received } = head;
  return received;
}

/** A line that begins with white space goes on with the field before it (RFC 9112, section 5.2). */
function addHeaderLine(headers: HeaderField[], line: string): void {
  const last = headers.at(-1);
  if (last !== undefined && /^[ \t]/.test(line)) headers.splice(-1, 1, [last[0], `${last[1]} ${decodeHeaderText(line.trim())}`]);
  else headers.push(parseHeaderLine(line));
}
