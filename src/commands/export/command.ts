import { safeFileName, writeFiles } from '../../cli/files/write-files.ts';
import type { Options } from '../../cli/options.ts';
import { drawTrouble } from '../../cli/terminal/draw-trouble.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { version } from '../../cli/version.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import type { Loss } from '../../model/request-spec.ts';
import type { Conversion } from '../../pipeline.ts';
import type { Command } from '../command.ts';
import { chooseActions } from '../inputs/choose-actions.ts';
import { gatherScope } from '../inputs/gather-scope.ts';
import { nameOf } from '../inputs/name-of.ts';
import { specifySettings } from '../inputs/specify-settings.ts';
import type { Proof } from '../prove/prove-conversion.ts';
import { convertForExport } from './convert-for-export.ts';

/** One file of an artifact. */
interface ArtifactFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What one action was converted to. */
interface Artifact {
  /** The main document, as printed to standard output. */
  readonly text: string;
  /** The same for `--json`: the command as text, a collection or a HAR as an object. */
  readonly value: unknown;
  /** For `--out`: the main document first. */
  readonly files: readonly ArtifactFile[];
  readonly losses: readonly Loss[];
}

const kinds = ['curl', 'postman', 'har'] as const;

/** `export curl|postman|har`: writes the artifact to standard output or into `--out`; sends nothing, but with `--prove` to a server of its own. */
export const exportCommand: Command = async ({ options, words }, surroundings) => {
  const kind = kinds.find((name) => name === words[0]);
  if (kind === undefined) {
    throw new HarnessError('usage', `‹${words[0] ?? ''}› cannot be exported`, {
      hint: `write export ${kinds.join('|')} --action FILE`,
    });
  }
  const { terminal } = surroundings;
  if (options['inline-secrets'] === true)
    terminal.tell('warning: the values of secrets stand in what is written now (--inline-secrets); do not share it');
  const { actions } = await chooseActions(options, surroundings);
  const settings = await specifySettings(options);
  const { scope } = await gatherScope(options, surroundings, {
    credentialValues: options['inline-secrets'] === true ? 'required' : 'optional',
  });
  const results: Result[] = [];
  const names = new Set<string>();
  const prover =
    options.prove === true ? await (await import('../prove/prover.ts')).startProver(['curl', 'postman'], surroundings) : null;
  try {
    for (const action of actions) {
      try {
        const conversion = await convertForExport(action, { scope, settings, options, surroundings });
        const artifact = await emit(kind, conversion, { options, name: unusedName(safeFileName(action.name), names) });
        const proof = prover === null ? {} : { proof: await prover.prove(conversion.specification.request) };
        results.push({ action, artifact, ...proof });
      } catch (error) {
        if (!(error instanceof HarnessError) || options.all !== true) throw error;
        results.push({ action, error });
      }
    }
  } finally {
    await prover?.close();
  }
  return deliver(results, options, surroundings);
};

type Result =
  | { readonly action: Action; readonly artifact: Artifact; readonly proof?: Proof }
  | { readonly action: Action; readonly error: HarnessError };

/** Files of one action name each other, so they are numbered together where two actions have the same name. */
function unusedName(name: string, used: Set<string>): string {
  let candidate = name;
  for (let number = 2; used.has(candidate); number += 1) candidate = `${name}-${number}`;
  used.add(candidate);
  return candidate;
}

interface Emission {
  readonly options: Options;
  /** Of the files, without an ending. */
  readonly name: string;
}

async function emit(kind: (typeof kinds)[number], conversion: Conversion, { options, name }: Emission): Promise<Artifact> {
  switch (kind) {
    case 'curl':
      return emitShell(conversion, options, name);
    case 'postman':
      return emitCollection(conversion, options, name);
    case 'har': {
      const { emitHar } = await import('../../emit/har/emit-har.ts');
      const { har, losses } = emitHar(conversion.specification.request, { version });
      const text = `${JSON.stringify(har, null, 2)}\n`;
      return {
        text,
        value: har,
        files: [{ name: `${name}.har`, content: text }],
        losses: [...conversion.specification.losses, ...losses],
      };
    }
    default:
      return kind satisfies never;
  }
}

async function emitShell({ curl, specification, values }: Conversion, options: Options, name: string): Promise<Artifact> {
  const { printShell } = await import('../../emit/curl/print-shell.ts');
  const shell = options.shell === 'powershell' || options.shell === 'cmd' ? options.shell : 'bash';
  const printed = printShell(curl, shell, {
    sideFiles: options.out !== undefined,
    bodyFile: `${name}.body`,
    ...(options['inline-secrets'] === true ? { values } : {}),
  });
  const text = printed.command.endsWith('\n') ? printed.command : `${printed.command}\n`;
  const ending = { bash: 'sh', powershell: 'ps1', cmd: 'cmd' }[shell];
  return {
    text,
    value: printed.command,
    files: [
      { name: `${name}.${ending}`, content: text },
      ...printed.files.map((file) => ({ name: file.name, content: file.bytes })),
    ],
    losses: [
      ...specification.losses,
      ...curl.losses,
      ...printed.losses,
      ...(options.out === undefined ? printed.files.map(unwrittenFile) : []),
    ],
  };
}

function unwrittenFile({ name }: { readonly name: string }): Loss {
  const text = `the command reads its body from the file ‹${name}›, which is only written with --out DIR`;
  return { artifact: 'curl', feature: 'body', text };
}

async function emitCollection(
  { specification, resolved, values }: Conversion,
  options: Options,
  name: string,
): Promise<Artifact> {
  const { emitPostman } = await import('../../emit/postman/emit-postman.ts');
  const { fillEnvironment } = await import('../../emit/postman/fill-environment.ts');
  const inline = options['inline-secrets'] === true;
  const artifact = emitPostman(specification.request, {
    name: resolved.action.name || 'Tines action',
    ...(inline ? { values } : {}),
  });
  const environment = inline ? fillEnvironment(artifact, values) : artifact.environment;
  const text = `${JSON.stringify(artifact.collection, null, 2)}\n`;
  return {
    text,
    value: artifact.collection,
    files: [
      { name: `${name}.postman_collection.json`, content: text },
      { name: `${name}.postman_environment.json`, content: `${JSON.stringify(environment, null, 2)}\n` },
    ],
    losses: [...specification.losses, ...artifact.losses],
  };
}

async function deliver(results: readonly Result[], options: Options, surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const converted = results.filter((result) => 'artifact' in result);
  if (options.out !== undefined) {
    const written = await writeFiles(
      options.out,
      converted.flatMap(({ artifact }) => artifact.files),
    );
    for (const path of written) terminal.tell(`wrote ${path}`);
  }
  if (options.json === true) await terminal.print(`${JSON.stringify(await Promise.all(results.map(asJson)), null, 2)}\n`);
  else if (options.out === undefined)
    for (const { artifact } of converted) await terminal.print(converted.length > 1 ? `${artifact.text}\n` : artifact.text);
  for (const result of results) {
    if ('error' in result) terminal.tell(`not converted: ${nameOf(result.action)}\n${drawTrouble(result.error, surroundings)}`);
    else
      for (const { text, feature } of options.json === true ? [] : result.artifact.losses)
        terminal.tell(`not the same (${feature}): ${text}`);
  }
  if (converted.length === 0) return 2;
  return options.prove === true ? tellProofs(converted, options, terminal) : 0;
}

/** Tells what was proved, unless it stands in the JSON, and gives the exit status. */
async function tellProofs(
  converted: readonly Extract<Result, { readonly artifact: Artifact }>[],
  { json }: Options,
  { tell }: Surroundings['terminal'],
): Promise<number> {
  const { proveText } = await import('../prove/text.ts');
  const { proofStatus } = await import('../prove/command.ts');
  for (const { action, proof } of converted) if (proof !== undefined && json !== true) tell(proveText(action.name, proof));
  return proofStatus(converted.flatMap(({ proof }) => proof ?? []));
}

async function asJson(result: Result): Promise<unknown> {
  const { name, guid, source } = result.action;
  const action = { name, ...(guid === undefined ? {} : { guid }), pointer: source.pointer };
  if ('artifact' in result) {
    const { artifact, proof } = result;
    const proved = proof === undefined ? {} : { proof: (await import('../prove/json.ts')).proveJson(proof) };
    return { action, artifact: artifact.value, losses: artifact.losses, ...proved };
  }
  const { code, message, details } = result.error;
  return {
    action,
    error: {
      code,
      message,
      ...(details.source === undefined ? {} : { source: details.source }),
      ...(details.hint === undefined ? {} : { hint: details.hint }),
    },
  };
}
