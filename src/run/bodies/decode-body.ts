import { createReadStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Body } from '../../model/outcome.ts';
import { errorCode } from '../error-code.ts';
import { createBodySink } from './body-sink.ts';
import { contentDecoder } from './decode-content.ts';

/** What became of decoding: the body in clear, or why there is none. */
export type Decoded =
  | { readonly status: 'decoded'; readonly body: Body }
  /** `bomb`: it is many times longer than what was received. */
  | { readonly status: 'too-large' | 'bomb' }
  | { readonly status: 'broken'; readonly code: string; readonly message: string };

interface DecodeOptions {
  /** The value of `Content-Encoding`. */
  readonly encoding: string;
  /** Bytes of the decoded body; what a compression bomb makes beyond it is not kept. */
  readonly limit: number;
  /** Where the decoded body goes if it is long; must not exist. */
  readonly file: string;
}

/**
 * Undoes the content coding of a body that was received as it came; one that is not coded, or in an unknown coding, is given back. The file
 * of the coded body is deleted, whatever becomes of it.
 */
export async function decodeBody(body: Body, { encoding, limit, file }: DecodeOptions): Promise<Decoded> {
  const decoder = body.size === 0 ? undefined : contentDecoder(encoding, body.bytes[0] ?? 0);
  if (decoder === undefined) return { status: 'decoded', body };
  const source = body.file === undefined ? Readable.from([body.bytes]) : createReadStream(body.file);
  const sink = createBodySink({ limit, file, codedSize: () => body.size });
  try {
    await pipeline(source, decoder, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) if (!sink.write(chunk)) throw new Error('no more is wanted');
    });
  } catch (error) {
    sink.discard();
    if (sink.refusal === 'too-large' || sink.refusal === 'bomb') return { status: sink.refusal };
    const cause = sink.refusal ?? error;
    return { status: 'broken', code: errorCode(cause), message: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    if (body.file !== undefined) rmSync(body.file, { force: true });
  }
  return { status: 'decoded', body: sink.end({ incomplete: body.incomplete === true }) };
}
