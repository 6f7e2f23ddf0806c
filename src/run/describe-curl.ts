import { cleanEnvironment, type Environment } from './clean-environment.ts';

/** Which curl there is. */
export interface CurlDescription {
  readonly version: string;
  /** `https`, `http` …, in curl's order. */
  readonly protocols: readonly string[];
  /** `HTTP2`, `brotli` …, in curl's order. */
  readonly features: readonly string[];
}

interface DescribeOptions {
  /** `curl` unless given. */
  readonly curlPath?: string;
  readonly environment: Environment;
}

/** Asks curl for its version and features; undefined where it cannot be started or does not answer like curl. */
export async function describeCurl({ curlPath = 'curl', environment }: DescribeOptions): Promise<CurlDescription | undefined> {
  const { execa } = await import('execa');
  const result = await execa(curlPath, ['--disable', '--version'], {
    reject: false,
    stdin: 'ignore',
    extendEnv: false,
    env: cleanEnvironment(environment),
    timeout: 10_000,
    windowsHide: true,
  });
  const version = /^curl (\S+)/.exec(result.stdout ?? '')?.[1];
  if (version === undefined) return undefined;
  return { version, protocols: words(result.stdout, 'Protocols'), features: words(result.stdout, 'Features') };
}

function words(text: string, heading: string): readonly string[] {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${heading}: `));
  return line === undefined
    ? []
    : line
        .slice(heading.length + 2)
        .trim()
        .split(/\s+/);
}
