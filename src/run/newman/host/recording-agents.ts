import http from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { connectThroughProxy } from './connect-through-proxy.ts';
import { proxyAddress } from './proxy-address.ts';
import type { TlsFiles } from './read-tls-files.ts';
import type { Recorder } from './recorder.ts';

type Options = Parameters<https.Agent['createConnection']>[0];
type Callback = (error: Error | null, stream: Duplex) => void;

/** Opens connections for `http:` that a recorder watches; to the proxy, where there is a proxy. */
class RecordingHttpAgent extends http.Agent {
  readonly recorder: Recorder;
  readonly proxy: URL | undefined;

  constructor(recorder: Recorder, proxy: URL | undefined) {
    super({ keepAlive: true });
    this.recorder = recorder;
    this.proxy = proxy;
  }

  override createConnection(options: http.ClientRequestArgs, callback?: Callback): Duplex | null | undefined {
    return watched(this.#connect(options, callback), this.recorder);
  }

  #connect(options: http.ClientRequestArgs, callback?: Callback): Duplex | null | undefined {
    if (this.proxy === undefined) return super.createConnection(options, callback);
    const { host, port } = proxyAddress(this.proxy);
    if (this.proxy.protocol === 'https:') return tls.connect({ host, port, servername: host });
    return super.createConnection({ ...options, host, port }, callback);
  }
}

/** Opens connections for `https:` that a recorder watches; through a proxy's tunnel, where there is a proxy. */
export class RecordingHttpsAgent extends https.Agent {
  readonly recorder: Recorder;
  readonly proxy: URL | undefined;

  constructor(recorder: Recorder, { tls: tlsFiles, proxy }: { readonly tls: TlsFiles; readonly proxy: URL | undefined }) {
    super({ keepAlive: true, maxCachedSessions: 0, ...tlsFiles });
    this.recorder = recorder;
    this.proxy = proxy;
  }

  override createConnection(options: Options, callback?: Callback): Duplex | null | undefined {
    if (this.proxy === undefined) return watched(super.createConnection(options, callback), this.recorder);
    connectThroughProxy(this.proxy, {
      host: options.host ?? 'localhost',
      port: Number(options.port ?? 443),
      recorder: this.recorder,
    }).then(
      (socket) => {
        const secured = watched(super.createConnection(Object.assign({}, options, { socket }), callback), this.recorder);
        if (secured) callback?.(null, secured);
      },
      // Node's own callback takes an error alone.
      (error: Error) => (callback as ((error: Error) => void) | undefined)?.(error),
    );
    return undefined;
  }
}

interface AgentOptions {
  readonly recorder: Recorder;
  readonly tls: TlsFiles;
  readonly proxy: URL | undefined;
}

/** The agents of one run; they belong to it alone, so that no connection is shared between runs. */
export interface RecordingAgents {
  readonly http: http.Agent;
  readonly https: RecordingHttpsAgent;
}

/** Makes the agents through which one run reaches the network. */
export function createRecordingAgents({ recorder, tls: tlsFiles, proxy }: AgentOptions): RecordingAgents {
  return { http: new RecordingHttpAgent(recorder, proxy), https: new RecordingHttpsAgent(recorder, { tls: tlsFiles, proxy }) };
}

/** Finds the agent, and with it the recorder, behind the value that Newman hands around as its agents. */
export function recordingAgent(agents: unknown): RecordingHttpsAgent | undefined {
  if (typeof agents !== 'object' || agents === null || !('https' in agents)) return undefined;
  return agents.https instanceof RecordingHttpsAgent ? agents.https : undefined;
}

function watched(stream: Duplex | null | undefined, recorder: Recorder): Duplex | null | undefined {
  return stream instanceof Socket ? recorder.watch(stream) : stream;
}
