import { isInstalled, type RealServer, startServer } from './real-server.ts';
import { pair, reader, sharedSecret } from './real-server-case.ts';

export const hasInfluxdb = isInstalled('influxd', 'version');

/** InfluxDB 1 that asks for a user: an administrator, and one who may only read one database. */
export async function startInfluxdb(): Promise<RealServer> {
  const server = await startServer({
    name: 'influxdb',
    ports: ['influxdb', 'backup'],
    seconds: 60,
    prepare: ({ directory, ports, write }) => {
      const configuration = `reporting-disabled = true
bind-address = "127.0.0.1:${ports.backup}"
[meta]
  dir = "${directory}/meta"
[data]
  dir = "${directory}/data"
  wal-dir = "${directory}/wal"
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:${ports.influxdb}"
  auth-enabled = true
  log-enabled = false
  shared-secret = "${sharedSecret}"
`;
      return { command: 'influxd', words: ['-config', write('influxdb.conf', configuration)] };
    },
  });
  const ask = async (statement: string, headers: Readonly<Record<string, string>> = {}) => {
    const url = `http://127.0.0.1:${server.ports['influxdb']}/query?q=${encodeURIComponent(statement)}`;
    const answer = await fetch(url, { method: 'POST', headers });
    const text = await answer.text();
    if (!answer.ok || text.includes('"error"')) throw new Error(`influxdb: ${statement}: ${text}`);
  };
  await ask(`CREATE USER "${pair.user}" WITH PASSWORD '${pair.password}' WITH ALL PRIVILEGES`);
  const admin = { Authorization: `Basic ${Buffer.from(`${pair.user}:${pair.password}`).toString('base64')}` };
  for (const statement of [
    'CREATE DATABASE "metrics"',
    'CREATE DATABASE "secret"',
    `CREATE USER "${reader.user}" WITH PASSWORD '${reader.password}'`,
    `GRANT READ ON "metrics" TO "${reader.user}"`,
  ])
    await ask(statement, admin);
  return server;
}
