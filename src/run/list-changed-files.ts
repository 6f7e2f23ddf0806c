import path from 'node:path';
import { HarnessError } from '../harness-error.ts';
import { cleanEnvironment, type Environment } from './clean-environment.ts';

/**
 * The absolute paths of the files that differ from a commit of git, those that git does not know yet included. Throws a `HarnessError`
 * ‹usage› where there is no git, no repository, or no such commit.
 */
export async function listChangedFiles(
  reference: string,
  { directory, environment }: { readonly directory: string; readonly environment: Environment },
): Promise<ReadonlySet<string>> {
  const { execa } = await import('execa');
  const git = async (...words: readonly string[]): Promise<string> => {
    const result = await execa('git', ['-C', directory, ...words], {
      reject: false,
      extendEnv: false,
      // git refuses repositories of other owners unless the user's own settings allow them.
      env: {
        ...cleanEnvironment(environment),
        ...(environment['HOME'] === undefined ? {} : { HOME: environment['HOME'] }),
        LC_ALL: 'C',
      },
      stripFinalNewline: true,
    });
    if (result.code === 'ENOENT')
      throw new HarnessError('usage', '‹--changed-since› needs git, which was not found', {
        hint: 'install git, or leave the option out to run everything',
      });
    if (result.exitCode !== 0) {
      const [said = ''] = String(result.stderr).split('\n');
      throw new HarnessError('usage', `git cannot say what changed since ‹${reference}›: ${said}`, {
        hint: 'in CI, check out the whole history (fetch-depth: 0), and name a commit, branch or tag that is there',
      });
    }
    return String(result.stdout);
  };
  if (reference.startsWith('-'))
    throw new HarnessError('usage', `‹${reference}› is no commit`, { hint: 'write --changed-since origin/main' });
  const root = await git('rev-parse', '--show-toplevel');
  const changed = await git('diff', '--name-only', '-z', '--diff-filter=d', reference, '--');
  const unknown = await git('ls-files', '-z', '--others', '--exclude-standard', '--full-name', ':/');
  return new Set(
    [...changed.split('\0'), ...unknown.split('\0')].filter((name) => name !== '').map((name) => path.join(root, name)),
  );
}
