/** Bytes of header fields and messages of one transfer; more is a flood. */
export const MESSAGES_LIMIT = 8 * 1024 * 1024;

/** How long curl may take beyond a transfer's own limit before its process is ended. */
export const GRACE_MILLISECONDS = 10_000;
