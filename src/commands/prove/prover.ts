import { tmpdir } from 'node:os';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Client } from '../../model/outcome.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import { startRecordingServer } from '../../run/recording-server.ts';
import { createTemporaryDirectory } from '../../run/temporary-directory.ts';
import { startClients } from '../clients/client-runner.ts';
import { type Proof, proveConversion } from './prove-conversion.ts';

/** Proves requests, one at a time. */
export interface Prover {
  readonly prove: (request: RequestSpec) => Promise<Proof>;
  readonly close: () => Promise<void>;
}

const maxBodyBytes = 1_000_000;

/** Starts a server on 127.0.0.1 that keeps every byte, and the clients. */
export async function startProver(clients: readonly Client[], surroundings: Surroundings): Promise<Prover> {
  const server = await startRecordingServer();
  const runner = startClients({ clients, maxBodyBytes, name: 'prove' }, surroundings);
  const temporary = createTemporaryDirectory(tmpdir());
  return {
    prove: (request) => proveConversion(request, { server, runner, surroundings, directory: temporary.path }),
    async close() {
      await runner.close();
      await server.close();
      temporary.remove();
    },
  };
}
