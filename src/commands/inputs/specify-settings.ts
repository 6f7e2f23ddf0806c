import { stat } from 'node:fs/promises';
import type { Options } from '../../cli/options.ts';
import { HarnessError } from '../../harness-error.ts';
import type { StatusRange } from '../../model/request-spec.ts';
import type { SpecifySettings } from '../../specify/policy/settings.ts';
import { parseStatusRanges } from '../../specify/policy/status-ranges.ts';

/** What the command line says about the request beside the action. Files it names must exist: clients ignore a missing one silently. */
export async function specifySettings(options: Options): Promise<SpecifySettings> {
  const { timeout, proxy, cacert, cert, key, insecure } = options;
  for (const [name, path] of [
    ['cacert', cacert],
    ['cert', cert],
    ['key', key],
  ] as const)
    if (path !== undefined) await checkFile(name, path);
  const expectStatus = readStatusRanges(options);
  return {
    ...(expectStatus === undefined ? {} : { expectStatus }),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(cacert === undefined ? {} : { caFile: cacert }),
    ...(cert === undefined ? {} : { certificateFile: cert }),
    ...(key === undefined ? {} : { keyFile: key }),
    ...(insecure === undefined ? {} : { insecure }),
  };
}

async function checkFile(option: string, path: string): Promise<void> {
  try {
    await stat(path);
  } catch {
    throw new HarnessError('unreadable-file', `the file of ‹--${option}›, ‹${path}›, cannot be read`, {
      hint: 'check the path and its permissions',
    });
  }
}

function readStatusRanges({ 'expect-status': lists }: Options): readonly StatusRange[] | undefined {
  return lists?.flatMap((list) => {
    const ranges = parseStatusRanges(list);
    if (ranges === undefined) {
      throw new HarnessError('usage', `‹${list}› is no list of statuses for ‹--expect-status›`, {
        hint: 'write a status or a range: --expect-status 404, --expect-status 200-299',
      });
    }
    return ranges;
  });
}
