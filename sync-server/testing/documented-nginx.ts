import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Name under which `docs/deployment.md` publishes the server. */
export const DOCUMENTED_HOST = 'books.example.org';

/** Why nginx cannot be tried here; `undefined` when it can. */
export function whyNoNginx(): string | undefined {
  return spawnSync('nginx', ['-v']).error === undefined ? undefined : 'nginx is not installed';
}

/** nginx as `docs/deployment.md` sets it up, in front of a server on this machine; without TLS, on any free port. */
export async function startDocumentedNginx(
  folder: string,
  serverUrl: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const port = await findFreePort();
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, name));
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, wrap(folder, readDocumented(serverUrl, port)));
  const child = spawn('nginx', ['-p', folder, '-c', configuration, '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${String(port)}`;
  for (let isUp = false; !isUp;) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    isUp = await fetch(url).then(
      () => true,
      () => false,
    );
  }
  return {
    url,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The documented server block; its address, TLS and the HTTP/2 that needs it are the test's own. */
function readDocumented(serverUrl: string, port: number): string {
  const guide = readFileSync(new URL('../../docs/deployment.md', import.meta.url), 'utf8');
  const block = /```nginx\n([^]*?)```/.exec(guide)?.[1];
  if (block === undefined) throw new Error('docs/deployment.md has no configuration of nginx any more');
  return block
    .replace('listen 443 ssl;', `listen 127.0.0.1:${String(port)};`)
    .replace(/^ *(?:http2|ssl_).*\n/gm, '')
    .replaceAll('http://127.0.0.1:5985', serverUrl);
}

function wrap(folder: string, server: string): string {
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
events {}
http {
  access_log off;
  client_body_temp_path ${join(folder, 'body')};
  proxy_temp_path ${join(folder, 'proxy')};
  fastcgi_temp_path ${join(folder, 'fastcgi')};
  uwsgi_temp_path ${join(folder, 'uwsgi')};
  scgi_temp_path ${join(folder, 'scgi')};
${server}}
`;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
