import { startEmbeddedCouch } from '../server.ts';

const [, , dataDir = '', name = '', password = '', port = '0'] = process.argv;

try {
  const couch = await startEmbeddedCouch({ dataDir, port: Number(port), admin: { name, password } });
  console.log(couch.url);
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN');
  process.exitCode = 1;
}
