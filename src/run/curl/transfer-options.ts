import { type ConfigOption, printCurlConfig } from './config.ts';
import type { CurlTransfer } from './transfer.ts';
import { writeOutFormat } from './write-out.ts';

/**
 * What the runner itself asks of curl, as lines that follow a request's own: the last word on an option counts. `marker` parts what
 * curl says on its standard error: messages, marker, `writeOutFormat`, marker.
 */
export function transferOptions(
  { timeoutSeconds, maxBodyBytes }: Pick<CurlTransfer, 'timeoutSeconds' | 'maxBodyBytes'>,
  marker: string,
  more: readonly ConfigOption[] = [],
): string {
  const options: readonly ConfigOption[] = [
    { name: 'silent' },
    { name: 'verbose' },
    // --head turns this on; the head is read from the messages.
    { name: 'no-include' },
    { name: 'proto', value: '=http,https' },
    { name: 'proto-redir', value: '=http,https' },
    { name: 'max-time', value: Math.max(timeoutSeconds, 0.001).toFixed(3) },
    { name: 'max-filesize', value: String(maxBodyBytes) },
    { name: 'write-out', value: `%{stderr}${marker}${writeOutFormat}${marker}` },
    ...more,
  ];
  return `\n${printCurlConfig(options)}`;
}
