import { startEmbeddedCouch } from '../server.ts';

const [, , dataDir = '', name = '', password = ''] = process.argv;

try {
  const couch = await startEmbeddedCouch({ dataDir, admin: { name, password } });
  console.log(couch.url);
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN');
  process.exitCode = 1;
}
