const TYPE = /\b(?:application|text|multipart|image|audio|video)\/[A-Za-z0-9][\w.+-]*[A-Za-z0-9](?:;\s?[\w-]+=[\w.-]*\w)*/g;

/** The media types (RFC 9110, section 8.3.1) that a server's sentences name, parameters included, each once. */
export function namedMediaTypes(messages: readonly string[]): readonly string[] {
  return [...new Set(messages.filter((message) => message.length <= 400).flatMap((message) => message.match(TYPE) ?? []))];
}
