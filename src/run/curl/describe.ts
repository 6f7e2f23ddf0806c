import { cleanEnvironment, type Environment } from '../clean-environment.ts';

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

/** What was found out, so that a run over many actions asks once: starting curl costs more than a request. */
const known = new Map<string, Promise<CurlDescription | undefined>>();

/**
 * Asks curl for its version and features, once for each program and each environment that it would get; undefined where it cannot be started or
 * does not answer like curl.
 */
export function describeCurl({ curlPath = 'curl', environment }: DescribeOptions): Promise<CurlDescription | undefined> {
  const key = JSON.stringify([curlPath, cleanEnvironment(environment)]);
  const description = known.get(key) ?? askCurl(curlPath, environment);
  known.set(key, description);
  return description;
}

async function askCurl(curlPath: string, environment: Environment): Promise<CurlDescription | undefined> {
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
