import { isInstalled, type RealServer, startServer } from './real-server.ts';

export const hasHttpbin = isInstalled('/usr/bin/python3', '-c', 'import httpbin');

const program = (port: number | undefined) =>
  `from httpbin import app; from werkzeug.serving import run_simple; run_simple("127.0.0.1", ${port}, app, threaded=True)`;

/** httpbin, under the server of its own framework. */
export function startHttpbin(): Promise<RealServer> {
  return startServer({
    name: 'httpbin',
    ports: ['httpbin'],
    prepare: ({ ports }) => ({ command: '/usr/bin/python3', words: ['-c', program(ports.httpbin)] }),
  });
}
