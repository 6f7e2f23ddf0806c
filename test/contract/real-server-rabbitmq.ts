import { createHash } from 'node:crypto';
import { isInstalled, type RealServer, startServer } from './real-server.ts';
import { pair, reader } from './real-server-case.ts';

export const hasRabbitmq = isInstalled('test', '-x', '/usr/lib/rabbitmq/bin/rabbitmq-server');

/** RabbitMQ with its management API: an administrator, a user of the API without any permission, and one who may not use it. */
export async function startRabbitmq(): Promise<RealServer> {
  const server = await startServer({
    name: 'rabbitmq',
    ports: ['rabbitmq', 'amqp', 'distribution', 'epmd'],
    also: ['amqp'],
    seconds: 60,
    prepare: ({ directory, ports, write }) => {
      const definitions = {
        vhosts: [{ name: '/' }, { name: 'prod' }],
        users: [
          user(pair.user, pair.password, 'administrator'),
          user(reader.user, reader.password, 'management'),
          user('carol', reader.password, ''),
        ],
        permissions: [{ user: pair.user, vhost: '/', configure: '.*', write: '.*', read: '.*' }],
        queues: [{ name: 'jobs', vhost: '/', durable: true, auto_delete: false, arguments: {} }],
      };
      const configuration = `listeners.tcp.1 = 127.0.0.1:${ports.amqp}
management.tcp.ip = 127.0.0.1
management.tcp.port = ${ports.rabbitmq}
load_definitions = ${write('definitions.json', JSON.stringify(definitions))}
loopback_users = none
`;
      write('rabbitmq.conf', configuration);
      write('enabled_plugins', '[rabbitmq_management].\n');
      const environment = {
        HOME: directory,
        RUNNING_UNDER_SYSTEMD: 'true',
        RABBITMQ_NODENAME: `t${ports.rabbitmq}@localhost`,
        RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
        RABBITMQ_NODE_PORT: ports.amqp,
        RABBITMQ_DIST_PORT: ports.distribution,
        RABBITMQ_MNESIA_BASE: `${directory}/mnesia`,
        RABBITMQ_LOG_BASE: `${directory}/log`,
        RABBITMQ_CONFIG_FILE: `${directory}/rabbitmq`,
        RABBITMQ_CONF_ENV_FILE: '/dev/null',
        RABBITMQ_ENABLED_PLUGINS_FILE: `${directory}/enabled_plugins`,
        RABBITMQ_PID_FILE: `${directory}/pid`,
        ERL_EPMD_PORT: ports.epmd,
        ERL_EPMD_ADDRESS: '127.0.0.1',
      };
      const words = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
      return { command: 'env', words: [...words, '/usr/lib/rabbitmq/bin/rabbitmq-server'] };
    },
  });
  return {
    ports: server.ports,
    stop: async () => {
      await server.stop();
      isInstalled('epmd', '-port', String(server.ports['epmd']), '-kill');
    },
  };
}

/** A user as definitions hold one: the hash is of a salt and the password, behind the salt (RabbitMQ documentation, Passwords). */
function user(name: string, password: string, tags: string) {
  const salt = Buffer.from('a1b2c3d4', 'hex');
  const hash = createHash('sha256')
    .update(Buffer.concat([salt, Buffer.from(password)]))
    .digest();
  return {
    name,
    password_hash: Buffer.concat([salt, hash]).toString('base64'),
    hashing_algorithm: 'rabbit_password_hashing_sha256',
    tags,
  };
}
