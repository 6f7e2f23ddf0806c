/** One line of a config file for curl: a long option and, where it takes one, its value. */
export interface ConfigOption {
  readonly name: string;
  readonly value?: string;
}

/** Reads a config file for curl (curl manual, `--config`) in the forms `name`, `name = value` and `name = "value"`; comments are left out. */
export function readCurlConfig(config: string): readonly ConfigOption[] {
  return config.split('\n').flatMap((line): ConfigOption[] => {
    const [start = '', name] = /^\s*(?:--)?([A-Za-z0-9][\w.-]*)\s*[=:]?/.exec(line) ?? [];
    const rest = line.slice(start.length).trim();
    if (name === undefined) return [];
    if (rest === '') return [{ name }];
    return [{ name, value: rest.startsWith('"') ? unquote(rest) : rest }];
  });
}

/** Writes options as a config file for curl; what `readCurlConfig` reads. A value may hold any character but NUL. */
export function printCurlConfig(options: readonly ConfigOption[]): string {
  return options.map(({ name, value }) => (value === undefined ? `${name}\n` : `${name} = ${quote(value)}\n`)).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v' };

function unquote(quoted: string): string {
  const [, inner = ''] = /^"((?:[^"\\]|\\.)*)/s.exec(quoted) ?? [];
  return inner.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);
}

function quote(value: string): string {
  const escaped = value
    .replace(/["\\]/g, '\\$&')
    .replace(/\t/g, '\\t')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\v/g, '\\v');
  return `"${escaped}"`;
}
