import { HarnessError } from '../harness-error.ts';
import { sandboxRoutes, startSandbox } from '../sandbox/start-sandbox.ts';
import type { Command } from './command.ts';

/** `sandbox`: serves the local API until it is interrupted. */
export const sandboxCommand: Command = async ({ options }, { terminal, signal }) => {
  const port = options.port ?? 0;
  const sandbox = await startSandbox(port).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new HarnessError('usage', `the sandbox cannot listen on port ${port} (${code})`, {
      hint: 'choose another with --port N, or none for a free one',
    });
  });
  await terminal.print(`${sandbox.origin}\n`);
  for (const { name, title } of sandboxRoutes) terminal.tell(`  ${sandbox.origin}/classic/${name}  ${title}`);
  terminal.tell('Ctrl-C ends it.');
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await sandbox.close();
  return 0;
};
