import { version } from '../cli/version.ts';
import { describeCurl } from '../run/curl/describe.ts';
import { startClients } from './clients/client-runner.ts';
import type { Command } from './command.ts';

const oldestCurl = [7, 75] as const;

/** `doctor`: says which curl, Node and Newman are in use; exit status 2 where one that is needed is missing. */
export const doctorCommand: Command = async ({ options }, surroundings) => {
  const { terminal, environment } = surroundings;
  const runner = startClients({ clients: ['postman'], maxBodyBytes: 0, name: 'doctor' }, surroundings);
  try {
    const [curl, newman] = await Promise.all([describeCurl({ environment }), runner.newmanVersion()]);
    const findings = [
      { part: 'tines-compare', version, state: 'ok', note: '' },
      { part: 'node', version: surroundings.nodeVersion, state: 'ok', note: '' },
      curl === undefined
        ? {
            part: 'curl',
            version: null,
            state: 'missing',
            note: 'install curl (apt-get install curl, brew install curl), or use --client postman',
          }
        : {
            part: 'curl',
            version: curl.version,
            state: isOld(curl.version) ? 'old' : 'ok',
            note: isOld(curl.version)
              ? 'some details of errors are missing before 7.75'
              : `protocols ${curl.protocols.join(' ')}; features ${curl.features.join(' ')}`,
          },
      newman === null
        ? { part: 'newman', version: null, state: 'missing', note: 'run npm run build, or use --client curl' }
        : { part: 'newman', version: newman, state: 'ok', note: '' },
    ];
    if (options.json === true) await terminal.print(`${JSON.stringify(findings, null, 2)}\n`);
    else
      for (const { part, version: found, state, note } of findings)
        await terminal.print(`${part.padEnd(14)} ${(found ?? '–').padEnd(12)} ${state}${note === '' ? '' : `  ${note}`}\n`);
    return findings.some(({ state }) => state === 'missing') ? 2 : 0;
  } finally {
    await runner.close();
  }
};

function isOld(found: string): boolean {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  return major < oldestCurl[0] || (major === oldestCurl[0] && minor < oldestCurl[1]);
}
