import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SandboxAnswer, SandboxRequest } from './route.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import { createPretendTenant, type PretendTenant, type PretendTenantSettings } from './tenant/pretend-tenant.ts';

export { sandboxRoutes };

/** A running sandbox; `origin` has no slash at its end. */
export interface Sandbox {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Starts the local API on 127.0.0.1, and the pretend tenant under `/api/v1`; port 0 takes a free one. */
export async function startSandbox(port: number, tenantSettings: PretendTenantSettings = {}): Promise<Sandbox> {
  const tenant = createPretendTenant(sandboxRoutes, tenantSettings);
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, tenant).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the sandbox listens on no port');
  return address.port;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, tenant: PretendTenant): Promise<void> {
  const host = incoming.headers.host ?? '127.0.0.1';
  const port = host.split(':')[1] ?? '80';
  const url = new URL(incoming.url ?? '/', `http://${host}`);
  const request: SandboxRequest = {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    rawQuery: url.search.slice(1),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    body: await text(incoming),
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
  };
  const [, area, name] = url.pathname.split('/');
  if (area === 'api') {
    send(outgoing, tenant(request));
    return;
  }
  const route = area === 'classic' ? sandboxRoutes.find((candidate) => candidate.name === name) : undefined;
  send(
    outgoing,
    route?.answer(request) ?? {
      status: 404,
      body: { error: 'not found', routes: sandboxRoutes.map((candidate) => `/classic/${candidate.name}`) },
    },
  );
}

function send(outgoing: ServerResponse, { status, headers = {}, body }: SandboxAnswer): void {
  const given = Object.fromEntries(
    Object.entries(headers).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
  );
  const typed = Object.keys(given).some((name) => name.toLowerCase() === 'content-type');
  const payload = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  outgoing.writeHead(status, {
    ...(typed || body === undefined ? {} : { 'Content-Type': type }),
    ...given,
    'Content-Length': Buffer.byteLength(payload),
  });
  outgoing.end(payload);
}
