import { createReadStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Body } from '../model/outcome.ts';
import { createBodySink } from './body-sink.ts';
import { contentDecoder } from './decode-content.ts';
import { errorCode } from './error-code.ts';

/** What became of decoding: the body in clear, or why there is none. */
export type Decoded =
  | { readonly status: 'decoded'; readonly body: Body }
  | { readonly status: 'too-large' }
  | { readonly status: 'broken'; readonly code: string; readonly message: string };

interface DecodeOptions {
  /** The value of `Content-Encoding`. */
  readonly encoding: string;
  /** Bytes of the decoded body; what a compression bomb makes beyond it is not kept. */
  readonly limit: number;
  /** Where the decoded body goes if it is long; must not exist. */
  readonly file: string;
}

/** Undoes the content coding of a body that was received as it came; one that is not coded, or in an unknown coding, is given back. */
export async function decodeBody(body: Body, { encoding, limit, file }: DecodeOptions): Promise<Decoded> {
  const decoder = body.size === 0 ? undefined : contentDecoder(encoding, body.bytes[0] ?? 0);
  if (decoder === undefined) return { status: 'decoded', body };
  const source = body.file === undefined ? Readable.from([body.bytes]) : createReadStream(body.file);
  const sink = createBodySink({ limit, file });
  try {
    await pipeline(source, decoder, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) if (!sink.write(chunk)) throw new Error('no more is wanted');
    });
  } catch (error) {
    sink.end();
    if (sink.refusal === 'too-large') return { status: 'too-large' };
    const cause = sink.refusal ?? error;
    return { status: 'broken', code: errorCode(cause), message: cause instanceof Error ? cause.message : String(cause) };
  }
  const decoded = sink.end({ incomplete: body.incomplete === true });
  if (body.file !== undefined) rmSync(body.file, { force: true });
  return { status: 'decoded', body: decoded };
}
