import type { Content } from '../content.ts';
import { contentBytes } from '../content-bytes.ts';
import type { ShellCommand } from './shell-command.ts';

/** The body as a file beside the command; null where a secret stands in it, since secrets are never written. */
export function sideFile(content: Content, name: string): ShellCommand['files'][number] | null {
  const secret = content.some((piece) => typeof piece !== 'string' && !(piece instanceof Uint8Array));
  return secret ? null : { name, bytes: contentBytes(content, new Map()) };
}
