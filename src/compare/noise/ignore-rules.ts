import { HarnessError } from '../../harness-error.ts';

/** Parts of an answer that may differ, as the user named them. */
export interface IgnoreRules {
  /** Why a difference at this path does not count, or undefined. */
  readonly reasonFor: (path: string) => string | undefined;
}

/**
 * Reads `--ignore` values: a header name, or a JSON Pointer in which `*` stands for one step.
 * One that would hide the whole body, or any member of it, is refused with the reason.
 */
export function parseIgnoreRules(paths: readonly string[]): IgnoreRules {
  const headers = new Set<string>();
  const pointers: { readonly pattern: RegExp; readonly text: string }[] = [];
  for (const path of paths) {
    if (!path.startsWith('/') && path !== '' && path !== '*') {
      headers.add(path.toLowerCase());
      continue;
    }
    const steps = path.split('/').slice(1);
    if (steps.length === 0 || steps.every((step) => step === '*' || step === '')) {
      throw new HarnessError('usage', `‹--ignore ${path}› would hide every difference of the body`, {
        hint: 'name the member that may differ: --ignore /items/*/updated_at',
      });
    }
    pointers.push({
      text: path,
      pattern: new RegExp(
        `^${steps.map((step) => `/${step === '*' ? '[^/]*' : escapePattern(step)}(?: \\([A-Za-z0-9 ]+\\))?`).join('')}(?:/.*)?$`,
        'su',
      ),
    });
  }
  return {
    reasonFor: (path) => {
      const header = /^response\.headers\.(.+)$/u.exec(path)?.[1];
      if (header !== undefined) return headers.has(header) ? 'ignored by --ignore' : undefined;
      const pointer = /^response\.body(?: \([A-Za-z0-9 ]+\))?(\/.*)$/su.exec(path)?.[1];
      return pointer !== undefined && pointers.some(({ pattern }) => pattern.test(pointer)) ? 'ignored by --ignore' : undefined;
    },
  };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
