import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether nginx is installed: a server that nobody here wrote. */
export const hasNginx = ((): boolean => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

export interface Nginx {
  readonly origin: string;
  /** The lines of its access log: method, target, status, user. */
  readonly log: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts nginx on 127.0.0.1 with `/private/` behind `auth_basic` for one user, everything of it in a temporary directory. */
export async function startNginx(user: string, password: string): Promise<Nginx> {
  const directory = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  chmodSync(directory, 0o755);
  const pages = path.join(directory, 'pages/private');
  mkdirSync(pages, { recursive: true });
  writeFileSync(path.join(pages, 'account.json'), '{"account":"tines"}\n');
  const hash = execFileSync('openssl', ['passwd', '-apr1', '-stdin'], { input: password }).toString().trim();
  writeFileSync(path.join(directory, 'passwords'), `${user}:${hash}\n`);
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${directory}/${name};`);
  const configuration = path.join(directory, 'nginx.conf');
  writeFileSync(
    configuration,
    `daemon off; master_process off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log;
events { worker_connections 64; }
http {
  ${temporary.join('\n  ')}
  log_format short '$request_method $request_uri $status $remote_user';
  access_log ${directory}/access.log short;
  types { application/json json; }
  server {
    listen 127.0.0.1:${port};
    root ${directory}/pages;
    location /private/ { auth_basic "members only"; auth_basic_user_file ${directory}/passwords; }
  }
}
`,
  );
  const server = spawn('nginx', ['-p', directory, '-c', configuration], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswering(`${origin}/`, server, path.join(directory, 'error.log'));
  return {
    origin,
    log: () => readFileSync(path.join(directory, 'access.log'), 'utf8').trim().split('\n'),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      const timer = setTimeout(() => server.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)));
    });
  });
}

async function untilAnswering(url: string, server: ChildProcess, errors: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`nginx ended: ${readFileSync(errors, 'utf8')}`);
    const answered = await fetch(url).then(
      (response) => response.arrayBuffer().then(() => true),
      () => false,
    );
    if (answered) return;
    await wait(25);
  }
  server.kill('SIGKILL');
  throw new Error('nginx does not answer');
}
