import type { Options } from '../../cli/options.ts';
import type { Terminal } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Client } from '../../model/outcome.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import { reportRequest } from '../../report/build-report.ts';
import { printable, shorten } from '../../report/printable.ts';
import type { Redactor } from '../../secrets/redactor.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** True for a method that changes nothing (RFC 9110, section 9.2.1). */
export function isSafeMethod(method: string): boolean {
  return safeMethods.has(method);
}

/**
 * Makes sure that the user wants a request sent that may change something: `--allow-writes`, or a yes at the terminal after the request was
 * shown. A refusal is a `HarnessError`.
 */
export async function askConsent(
  request: RequestSpec,
  clients: readonly Client[],
  { options, terminal, redactor }: Asking,
): Promise<void> {
  if (isSafeMethod(request.method) || options['allow-writes'] === true) return;
  const times = clients.length > 1 ? 'twice, once by each client' : 'once';
  if (terminal.ask === undefined) {
    throw new HarnessError('writes-refused', `${request.method} may change something, and it would be sent ${times}`, {
      hint: 'add --allow-writes if that does no harm, or use --client curl to send it once (with --allow-writes)',
    });
  }
  const shown = reportRequest(request);
  terminal.tell(`${shown.method} ${printable(redactor.redact(shown.url))}`);
  for (const [name, value] of shown.headers) terminal.tell(`  ${name}: ${shorten(redactor.redact(value), 120)}`);
  if (shown.body.kind === 'text') terminal.tell(`\n${printable(redactor.redact(shown.body.text.slice(0, 2000)))}\n`);
  const answer = await terminal.ask(`This may change something and would be sent ${times}. Send it? [y/N]`);
  if (!/^y(?:es)?$/iu.test(answer.trim())) {
    throw new HarnessError('writes-refused', `${request.method} was not sent`, {
      hint: 'tines-compare export curl shows the command without sending anything',
    });
  }
}

interface Asking {
  readonly options: Options;
  readonly terminal: Terminal;
  readonly redactor: Redactor;
}
