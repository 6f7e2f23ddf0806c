import type { CurlCommand } from '../emit/curl/curl-command.ts';
import type { Text } from '../model/text.ts';
import { mark } from './mark.ts';
import type { Redactor } from './redactor.ts';

/**
 * The command with labels in the place of literal secrets, before it is written for a shell: so the shell's quoting is put around the labels too, and
 * the command that is shown stays one command.
 */
export function redactCommand(command: CurlCommand, { redact, find }: Pick<Redactor, 'redact' | 'find'>): CurlCommand {
  const redactText = (text: Text): Text => text.map((piece) => (typeof piece === 'string' ? redact(piece) : piece));
  return {
    ...command,
    url: redactText(command.url),
    options: command.options.map((option) =>
      option.value === undefined ? option : { ...option, value: redactText(option.value) },
    ),
    content:
      command.content?.map((piece) => {
        if (typeof piece === 'string') return redact(piece);
        if (!(piece instanceof Uint8Array)) return piece;
        const label = find(piece);
        return label === null ? piece : mark(label);
      }) ?? null,
  };
}
