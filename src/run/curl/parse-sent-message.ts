import type { SentMessage } from '../../model/outcome.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import { decodeHeaderText } from '../bodies/decode-header-text.ts';

/** Reads the bytes that a client wrote to its connection; undefined where they hold no whole head (nothing was sent yet). */
export function parseSentMessage(bytes: Buffer, url: string): SentMessage | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [requestLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const [method = '', ...rest] = requestLine.split(' ');
  const version = rest.pop() ?? '';
  const headers = lines.map(parseHeaderLine);
  const content = bytes.subarray(end + 4);
  return { method, url, version, target: rest.join(' '), headers, body: isChunked(headers) ? joinChunks(content) : content };
}

/** Splits a header line (Latin-1) at its first colon; white space around the value is not part of it (RFC 9112, section 5). */
export function parseHeaderLine(line: string): HeaderField {
  const colon = line.indexOf(':', 1);
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), decodeHeaderText(line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, ''))];
}

function isChunked(headers: readonly HeaderField[]): boolean {
  return headers.some(([name, value]) => /^transfer-encoding$/i.test(name) && /\bchunked\b/i.test(value));
}

/** Undoes the chunked coding; what does not follow it is kept as it is, for it was sent. */
function joinChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size)) return Buffer.concat([...parts, bytes.subarray(at)]);
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
