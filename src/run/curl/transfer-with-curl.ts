import { closeSync } from 'node:fs';
import path from 'node:path';
import { createBodySink } from '../bodies/body-sink.ts';
import { findCut } from '../bodies/find-cut.ts';
import { openUnlinkedFile } from '../bodies/open-unlinked-file.ts';
import { GRACE_MILLISECONDS, MESSAGES_LIMIT } from './bounds.ts';
import { createMarker } from './create-marker.ts';
import { startCurlProcess } from './process.ts';
import type { CurlEnd, CurlTransfer } from './transfer.ts';
import { transferOptions } from './transfer-options.ts';

/** Does one transfer in a process of its own; never throws for what curl or a server does. */
export async function transferWithCurl(transfer: CurlTransfer): Promise<CurlEnd> {
  const start = performance.now();
  const marker = createMarker();
  const sink = createBodySink({ limit: transfer.maxBodyBytes, file: path.join(transfer.temporaryDirectory, `curl-${marker}`) });
  const said: Buffer[] = [];
  let size = 0;
  const descriptor = transfer.body === undefined ? undefined : openUnlinkedFile(transfer.body, transfer.temporaryDirectory);
  try {
    const child = await startCurlProcess({
      config: transfer.config + transferOptions(transfer, marker),
      ...(descriptor === undefined ? {} : { descriptor }),
      curlPath: transfer.curlPath,
      environment: transfer.environment,
      milliseconds: transfer.timeoutSeconds * 1000 + GRACE_MILLISECONDS,
      signal: transfer.signal,
      onOutput: (chunk) => sink.write(chunk),
      onMessages: (chunk) => {
        size += chunk.length;
        if (size - chunk.length <= MESSAGES_LIMIT) said.push(chunk);
        return size <= MESSAGES_LIMIT;
      },
    });
    const end = await child.ended;
    const cut = transfer.signal.aborted ? 'interrupted' : findCut(end, sink, size > MESSAGES_LIMIT);
    const [messages = '', writeOut = ''] = Buffer.concat(said).toString('latin1').split(marker);
    return {
      exitCode: end.exitCode,
      ...(cut === undefined ? {} : { cut }),
      messages,
      writeOut: Buffer.from(writeOut, 'latin1').toString('utf8'),
      body: sink.end({ incomplete: end.exitCode !== 0 }),
      milliseconds: performance.now() - start,
    };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
