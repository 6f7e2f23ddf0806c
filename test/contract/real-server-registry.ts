import type { Certificate } from '../support/certificates.ts';
import { isInstalled, type RealServer, startServer } from './real-server.ts';
import { pair, reader } from './real-server-case.ts';

export const hasRegistry = isInstalled('docker-registry', '--version');

/** Two Docker registries: one with passwords, which holds an image's index; one that takes the tokens of an issuer. */
export async function startRegistry({ good }: { readonly good: Certificate }): Promise<RealServer> {
  const places = await startServer({
    name: 'registry',
    ports: ['registry'],
    prepare: ({ directory, ports, write }) => {
      const auth = `  htpasswd:\n    realm: basic-realm\n    path: ${write('users', users)}\n`;
      return {
        command: 'docker-registry',
        words: ['serve', write('registry.yml', configuration(directory, ports['registry'], auth))],
      };
    },
  });
  const issued = await startServer({
    name: 'issued',
    ports: ['issued'],
    prepare: ({ directory, ports, write }) => {
      const auth = `  token:\n    realm: https://auth.example.com/token\n    service: registry.example.com\n    issuer: auth.example.com\n    rootcertbundle: ${write('issuer.crt', good.cert)}\n`;
      return {
        command: 'docker-registry',
        words: ['serve', write('registry.yml', configuration(directory, ports['issued'], auth))],
      };
    },
  });
  await pushIndex(places.ports['registry']);
  return {
    ports: { ...places.ports, ...issued.ports },
    stop: async () => {
      await places.stop();
      await issued.stop();
    },
  };
}

const configuration = (directory: string, port: number | undefined, auth: string) => `version: 0.1
log:
  level: error
storage:
  filesystem:
    rootdirectory: ${directory}/data
http:
  addr: 127.0.0.1:${port}
auth:
${auth}`;

/** The users and their passwords: a registry takes bcrypt only, which openssl cannot do. */
const users = `${pair.user}:$2y$04$abcdefghijklmnopqrstuuECk9T9ZrKFEIhnG3jI4Zlz9BUsBRMqa
${reader.user}:$2y$04$abcdefghijklmnopqrstuuKaM2ign5h2iRQbUbeaJeFIODi99B7ty
`;

async function pushIndex(port: number | undefined): Promise<void> {
  const type = 'application/vnd.oci.image.index.v1+json';
  const answer = await fetch(`http://127.0.0.1:${port}/v2/app/manifests/latest`, {
    method: 'PUT',
    headers: { 'Content-Type': type, Authorization: `Basic ${Buffer.from(`${pair.user}:${pair.password}`).toString('base64')}` },
    body: JSON.stringify({ schemaVersion: 2, mediaType: type, manifests: [] }),
  });
  if (!answer.ok) throw new Error(`registry: ${answer.status} ${await answer.text()}`);
}
