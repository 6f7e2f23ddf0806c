/** The address that stands first in a pattern of curl, and whether it stands for several. */
export interface GlobbedUrl {
  readonly url: string;
  readonly isPattern: boolean;
}

/** The first address of curl's URL globbing: `{one,two}`, `[1-9]`, `[a-z]`; a bracket behind a backslash is itself. Brackets of IPv6 hosts stay. */
export function firstOfGlob(written: string): GlobbedUrl {
  let isPattern = false;
  const url = written.replace(
    /\\([{}[\]])|\{([^{}]*)\}|\[(\d+|[A-Za-z])-(?:\d+|[A-Za-z])(?::\d+)?\]/gu,
    (_, escaped?: string, choices?: string, first?: string) => {
      if (escaped !== undefined) return escaped;
      isPattern ||= first !== undefined || choices?.includes(',') === true;
      return choices === undefined ? (first ?? '') : (choices.split(',')[0] ?? '');
    },
  );
  return { url, isPattern };
}
