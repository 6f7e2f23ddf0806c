/** The text of an answer, decoded as UTF-8; undefined where it is longer than so many bytes: then the rest is not read. */
export async function readLimited({ body }: Response, limit: number): Promise<string | undefined> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > limit) return undefined;
    pieces.push(decoder.decode(chunk, { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}
