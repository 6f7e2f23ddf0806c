import type { Certificate } from '../support/certificates.ts';
import { isInstalled, passwordLine, type RealServer, startServer } from './real-server.ts';
import { pair, reader, token } from './real-server-case.ts';

export const hasNginx = isInstalled('nginx', '-v');

/** The certificates that nginx shows at its TLS ports. */
export interface Certificates {
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly elsewhere: Certificate;
  readonly authority: Certificate;
}

/** nginx as people set it up in front of an API: passwords, tokens by `map`, limits, rewrites, certificates. */
export function startNginx(certificates: Certificates): Promise<RealServer> {
  return startServer({
    name: 'nginx',
    ports: ['http', 'https', 'expired', 'elsewhere', 'mutual', 'other', 'silent'],
    prepare: ({ directory, ports, write }) => {
      write('users', passwordLine(pair.user, pair.password) + passwordLine(reader.user, reader.password));
      for (const [name, { cert, key }] of Object.entries(certificates)) {
        write(`${name}.crt`, cert);
        write(`${name}.key`, key);
      }
      for (const place of ['basic', 'open', 'read', 'files', 'agent', 'dav', 'busy', 'limited', 'moved', 'network'])
        write(`pages/${place}/item.json`, `{"place":"${place}"}\n`);
      const secure = (name: string) =>
        `listen 127.0.0.1:${ports[name]} ssl; ssl_certificate ${directory}/${name === 'https' || name === 'mutual' ? 'good' : name}.crt; ssl_certificate_key ${directory}/${name === 'https' || name === 'mutual' ? 'good' : name}.key; root ${directory}/pages;`;
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path ${directory}/${kind};`,
      );
      const configuration = `daemon off; master_process off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log;
events { worker_connections 256; }
http {
  ${temporary.join('\n  ')}
  access_log off;
  types { application/json json; }
  map $http_authorization $bearer { default wrong; "" none; "Bearer ${token}" good; }
  map $http_authorization $prefixed { default wrong; "" none; "Token ${token}" good; }
  map $http_authorization $bare { default wrong; "" none; "${token}" good; }
  map $http_x_api_key $key { default wrong; "" none; "${token}" good; }
  map $arg_api_key $parameter { default wrong; "" none; "${token}" good; }
  map $http_authorization $scoped { default wrong; "" none; "Bearer ${token}" known; }
  limit_req_zone $binary_remote_addr$uri zone=slow:1m rate=1r/m;
  server {
    listen 127.0.0.1:${ports.http};
    root ${directory}/pages;
    location /basic/ { auth_basic "members only"; auth_basic_user_file ${directory}/users; }
    location /hidden/ { auth_basic "members only"; auth_basic_user_file ${directory}/users; error_page 401 =404 /nothing; }
    location /bearer/ {
      default_type application/json;
      add_header WWW-Authenticate $bearer_challenge always;
      if ($bearer = none) { return 401 '{"error":"missing token"}'; }
      if ($bearer = wrong) { return 401 '{"error":"invalid token"}'; }
      return 200 '{"ok":true}';
    }
    location /silent/ {
      default_type text/plain;
      if ($bearer != good) { return 401 'Unauthorized'; }
      return 200 'welcome';
    }
    location /prefixed/ {
      default_type application/json;
      if ($prefixed != good) { return 401 '{"detail":"Authentication credentials were not provided."}'; }
      return 200 '{"ok":true}';
    }
    location /bare/ {
      default_type application/json;
      if ($bare != good) { return 401 '{"message":"Unauthorized"}'; }
      return 200 '{"ok":true}';
    }
    location /key/ {
      default_type application/json;
      if ($key = none) { return 401 '{"error":"Missing X-API-Key header"}'; }
      if ($key = wrong) { return 403 '{"error":"Unknown API key"}'; }
      return 200 '{"ok":true}';
    }
    location /parameter/ {
      default_type application/json;
      if ($parameter != good) { return 403 '{"error":"api_key parameter missing or wrong"}'; }
      return 200 '{"ok":true}';
    }
    location /scoped/ {
      default_type application/json;
      if ($scoped = none) { return 401 '{"error":"unauthorized"}'; }
      if ($scoped = wrong) { return 401 '{"error":"bad credentials"}'; }
      return 403 '{"error":"forbidden"}';
    }
    location /secret/ {
      default_type application/json;
      if ($scoped = known) { return 404 '{"error":"not found"}'; }
      return 401 '{"error":"unauthorized"}';
    }
    location /agent/ { if ($http_user_agent ~ Tines) { return 403; } }
    location /cut/ { if ($http_user_agent ~ Tines) { return 444; } return 200 'welcome'; }
    location /read/ { auth_basic "members only"; auth_basic_user_file ${directory}/users; limit_except GET { deny all; } }
    location /files/ { auth_basic "members only"; auth_basic_user_file ${directory}/users; }
    location /network/ { allow 10.0.0.0/8; deny all; }
    location /limited/ { limit_req zone=slow; limit_req_status 429; }
    location /busy/ { limit_req zone=slow; }
    location /typed/ {
      default_type application/json;
      if ($content_type !~ "^application/json") { return 415 '{"error":"send application/json"}'; }
      return 200 '{"ok":true}';
    }
    location /plain-type/ {
      if ($content_type ~ "charset") { return 415; }
      return 200 'welcome';
    }
    location /no-query/ { if ($args) { return 400; } return 200 'welcome'; }
    location /moved/ { return 302 http://localhost:${ports.other}/basic/item.json; }
    location /posted/ { return 301 /landed/; }
    location /landed/ { if ($request_method != POST) { return 405; } return 200 'welcome'; }
    location /gateway/ { proxy_pass http://127.0.0.1:1/; }
    location /late/ { proxy_pass http://127.0.0.1:${ports.silent}/; proxy_read_timeout 1s; }
    location /slow/ { proxy_pass http://127.0.0.1:${ports.silent}/; }
    location /down/ { return 503; }
  }
  map $bearer $bearer_challenge { good ""; none 'Bearer realm="api"'; default 'Bearer realm="api", error="invalid_token"'; }
  server { listen 127.0.0.1:${ports.other}; root ${directory}/pages; location /basic/ { auth_basic "members only"; auth_basic_user_file ${directory}/users; } }
  server { ${secure('https')} }
  server { ${secure('expired')} }
  server { ${secure('elsewhere')} }
  server { ${secure('mutual')} ssl_client_certificate ${directory}/authority.crt; ssl_verify_client on; }
}
`;
      return { command: 'nginx', words: ['-p', directory, '-c', write('nginx.conf', configuration)] };
    },
  });
}
