import { scenarioFiles } from '../sandbox/scenario-files.ts';
import { sandboxRoutes, startSandbox } from '../sandbox/start-sandbox.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare/command.ts';

const shown = ['expired-token', 'credential-in-tines-differs', 'success'] as const;

/** `demo`: starts the sandbox, compares three of its actions and prints what a user would see. */
export const demoCommand: Command = async ({ options }, surroundings) => {
  const { terminal, files, signal } = surroundings;
  const sandbox = await startSandbox(0);
  try {
    for (const name of shown) {
      const route = sandboxRoutes.find((candidate) => candidate.name === name);
      if (route === undefined || signal.aborted) continue;
      const { action, event, environment } = scenarioFiles(route, sandbox.origin);
      const actionFile = files.keep(`${name}.json`, action).name;
      const eventFiles = event === null ? [] : [files.keep(`${name}.event.json`, event).name];
      const variables = Object.keys(environment).map((variable) => `${variable}=…`);
      await terminal.print(
        `$ ${[...variables, 'compare', '--action', actionFile, ...eventFiles.flatMap((file) => ['--event', file])].join(' ')}\n\n`,
      );
      await compareCommand(
        { options: { ...options, action: actionFile, event: eventFiles }, words: [] },
        { ...surroundings, environment: { ...surroundings.environment, ...environment } },
      );
      await terminal.print('\n');
    }
    return signal.aborted ? 130 : 0;
  } finally {
    await sandbox.close();
  }
};
