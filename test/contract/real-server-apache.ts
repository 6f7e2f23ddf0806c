import { execFileSync } from 'node:child_process';
import type { Certificate } from '../support/certificates.ts';
import { isInstalled, passwordLine, type RealServer, startServer } from './real-server.ts';
import { pair, reader, token } from './real-server-case.ts';

export const hasApache = isInstalled('apache2', '-v');

const modules = [
  ...['mpm_event', 'authn_core', 'authn_file', 'auth_basic', 'auth_digest', 'authz_core', 'authz_user', 'authz_host'],
  ...['authz_groupfile', 'dir', 'mime', 'alias', 'rewrite', 'setenvif', 'headers', 'dav', 'dav_fs', 'proxy', 'proxy_http', 'ssl'],
];

/** Apache as people set it up in front of an API: users, groups, digests, WebDAV, methods, certificates. */
export function startApache(certificates: { readonly good: Certificate; readonly authority: Certificate }): Promise<RealServer> {
  return startServer({
    name: 'apache',
    ports: ['apache', 'apache_https', 'apache_mutual'],
    prepare: ({ directory, ports, write }) => {
      write('users', passwordLine(pair.user, pair.password) + passwordLine(reader.user, reader.password));
      write('groups', `admins: ${pair.user}\nreaders: ${reader.user}\n`);
      write('digests', digestLine());
      write('good.crt', certificates.good.cert);
      write('good.key', certificates.good.key);
      write('authority.crt', certificates.authority.cert);
      const places = ['basic', 'group', 'admins', 'digest', 'read', 'dav', 'agent', 'network', 'bearer', 'open', 'closed'];
      for (const place of places) write(`pages/${place}/item.json`, `{"place":"${place}"}\n`);
      const known = `AuthType Basic\nAuthName "members only"\nAuthUserFile ${directory}/users\nAuthGroupFile ${directory}/groups`;
      const secure = (port: number | undefined, more = '') => `<VirtualHost 127.0.0.1:${port}>
  SSLEngine on
  SSLCertificateFile ${directory}/good.crt
  SSLCertificateKeyFile ${directory}/good.key
  ${more}
</VirtualHost>`;
      const configuration = `ServerName localhost
ServerRoot ${directory}
PidFile ${directory}/pid
ErrorLog ${directory}/error.log
Mutex file:${directory} default
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
User www-data
Group www-data
Listen 127.0.0.1:${ports.apache}
Listen 127.0.0.1:${ports.apache_https}
Listen 127.0.0.1:${ports.apache_mutual}
DocumentRoot ${directory}/pages
TypesConfig /dev/null
AddType application/json json
DavLockDB ${directory}/locks
Options -Indexes
SetEnvIf User-Agent Tines from_tines
SetEnvIf Authorization "^Bearer ${token}$" good_token
<Directory ${directory}/pages>
  Require all granted
</Directory>
<Location /basic>
  ${known}
  Require valid-user
</Location>
<Location /group>
  ${known}
  Require group admins
</Location>
<Directory ${directory}/pages/admins>
  ${known}
  AuthzSendForbiddenOnFailure On
  Require group admins
</Directory>
<Location /digest>
  AuthType Digest
  AuthName "members only"
  AuthUserFile ${directory}/digests
  Require valid-user
</Location>
<Directory ${directory}/pages/read>
  ${known}
  AuthzSendForbiddenOnFailure On
  <Limit GET>
    Require valid-user
  </Limit>
  <LimitExcept GET>
    Require group admins
  </LimitExcept>
</Directory>
<Location /dav>
  Dav On
  ${known}
  Require valid-user
</Location>
<Location /agent>
  <RequireAll>
    Require all granted
    Require not env from_tines
  </RequireAll>
</Location>
<Location /network>
  Require ip 10
</Location>
<Location /bearer>
  Require env good_token
</Location>
<Location /closed>
  ${known}
  <RequireAll>
    Require valid-user
    Require ip 10
  </RequireAll>
</Location>
RedirectPermanent /posted /landed
<Location /landed>
  RewriteEngine On
  RewriteCond %{REQUEST_METHOD} !POST
  RewriteRule .* - [R=405,L]
  RewriteRule .* - [R=204,L]
</Location>
ProxyPass /gateway http://127.0.0.1:1/
${secure(ports.apache_https)}
${secure(ports.apache_mutual, `SSLVerifyClient require\n  SSLCACertificateFile ${directory}/authority.crt`)}
`;
      return { command: 'apache2', words: ['-X', '-f', write('apache.conf', configuration)] };
    },
  });
}

function digestLine(): string {
  const realm = 'members only';
  const hash = execFileSync('openssl', ['md5', '-r'], { input: `${pair.user}:${realm}:${pair.password}` })
    .toString()
    .split(' ')[0];
  return `${pair.user}:${realm}:${hash}\n`;
}
