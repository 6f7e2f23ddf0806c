import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import type { BundleFile } from '../bundle/bundle-file.ts';
import { bundleFiles } from '../bundle/bundle-files.ts';
import { hidePaths } from '../bundle/hide-paths.ts';
import { packBundle } from '../bundle/pack-bundle.ts';
import { safeFileName, writeFiles } from '../cli/files/write-files.ts';
import type { Options } from '../cli/options.ts';
import type { Surroundings } from '../cli/terminal/terminal.ts';
import { version } from '../cli/version.ts';
import { HarnessError } from '../harness-error.ts';
import type { Action } from '../model/action.ts';
import { redactCommand } from '../secrets/redact-command.ts';
import { createRedactor, type Redactor } from '../secrets/redactor.ts';
import { startClients } from './clients/client-runner.ts';
import type { Command } from './command.ts';
import { wantedClients } from './compare/command.ts';
import { type ComparedAction, compareAction } from './compare/compare-action.ts';
import { chooseActions } from './inputs/choose-actions.ts';
import { readSize } from './inputs/read-size.ts';
import { withTenant } from './inputs/tenant/inputs.ts';

/** `bundle`: compares the action and writes one redacted zip for Tines Support, or with `--dry-run` lists what would be in it. */
export const bundleCommand: Command = async ({ options: given }, surroundings) => {
  const maxBodyBytes = readSize(given['max-body'] ?? '100M');
  const runner = startClients({ clients: wantedClients(given), maxBodyBytes, name: 'bundle' }, surroundings);
  try {
    const { options, ...tenant } = await withTenant(given, surroundings);
    const {
      actions: [action],
      neighbours,
    } = await chooseActions(options, surroundings);
    if (action === undefined) throw new HarnessError('no-action', 'there is no HTTP Request action to bundle');
    const compared = await compareAction(action, { options, surroundings, runner, tenant, neighbours });
    if (surroundings.signal.aborted) return 130;
    const files = filesOf(action, compared, { options, surroundings });
    if (options['dry-run'] === true) await surroundings.terminal.print(listing(files));
    else await write(action, files, { options, surroundings });
    return 0;
  } finally {
    await runner.close();
  }
};

interface Context {
  readonly options: Options;
  readonly surroundings: Surroundings;
}

/** The files, each searched for secrets once more: on a hit nothing is written at all. */
function filesOf(
  action: Action,
  { report, secrets, conversion }: ComparedAction,
  { surroundings }: Context,
): readonly BundleFile[] {
  const { request } = conversion.specification;
  const redactor = createRedactor(secrets);
  const hide = hidePaths(privatePlaces(surroundings));
  const redact = (text: string): string => hide(redactor.redact(text));
  const files = bundleFiles({
    action,
    report,
    request,
    command: redactCommand(conversion.curl, { redact, find: redactor.find }),
    environment: {
      tool: version,
      node: surroundings.nodeVersion,
      curl: report.tool.curl,
      newman: report.tool.newman,
      system: platform(),
    },
    redact,
  });
  assertClean(files, redactor);
  return files;
}

function assertClean(files: readonly BundleFile[], { find }: Redactor): void {
  for (const { name, content } of files) {
    const leak = find(content);
    if (leak === null) continue;
    throw new HarnessError('leak', `‹${name}› of the bundle would have shown ‹${leak}›, so no bundle was written`, {
      hint: 'this is a defect of this program: please report it, without the bundle',
    });
  }
}

function privatePlaces({ environment, workingDirectory }: Surroundings): Parameters<typeof hidePaths>[0] {
  const { HOME, USERPROFILE } = environment;
  return [
    { name: 'directory', path: workingDirectory },
    ...[HOME, USERPROFILE].flatMap((home) => (home === undefined ? [] : [{ name: 'home', path: home }])),
    { name: 'temporary', path: tmpdir() },
  ];
}

function listing(files: readonly BundleFile[]): string {
  const sizes = files.map(({ content }) => `${Buffer.byteLength(content, 'utf8')}`);
  const width = Math.max(...sizes.map((size) => size.length));
  return `${files.map(({ name }, index) => `${(sizes[index] ?? '').padStart(width)}  ${name}`).join('\n')}\n`;
}

/** `--out` is the zip where it ends in `.zip`, else the directory for it. */
async function write(action: Action, files: readonly BundleFile[], { options, surroundings }: Context): Promise<void> {
  const { out = '.' } = options;
  const isFile = out.toLowerCase().endsWith('.zip');
  const directory = path.resolve(surroundings.workingDirectory, isFile ? path.dirname(out) : out);
  const name = isFile ? path.basename(out) : `${safeFileName(action.name)}.support.zip`;
  const [written = name] = await writeFiles(directory, [{ name, content: packBundle(files) }]);
  surroundings.terminal.tell(`wrote ${path.relative(surroundings.workingDirectory, written) || written}`);
  for (const { name: file } of files) surroundings.terminal.tell(`  ${file}`);
}
