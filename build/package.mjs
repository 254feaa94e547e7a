/**
 * Makes the installers of this computer's system: `npm run package`.
 * Further arguments go to electron-builder, for example `--linux deb` or `--dir`.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const downloadLimitMs = 5 * 60_000;
const startedAt = Date.now();

function say(text) {
  console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1)} s] ${text}`);
}

/** Runs a Node script; gives its exit code (null when it was ended) and what it wrote to stderr. */
function run(script, args, { quiet = false, limitMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(project, script), ...args], {
      cwd: project,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'pipe' : 'inherit'],
      timeout: limitMs,
    });
    let errors = '';
    child.stderr?.on('data', (chunk) => (errors += chunk));
    child.on('close', (code) => resolve({ code, errors }));
  });
}

function stop(text) {
  say(text);
  process.exit(1);
}

say('building');
if ((await run('build/build.mjs', [])).code !== 0) stop('the build failed; nothing was packaged');

const { version } = JSON.parse(readFileSync(join(project, 'node_modules/electron/package.json'), 'utf8'));
say(`fetching the Electron ${version} binary, if it is not here yet`);
const fetched = await run('node_modules/electron/install.js', [], { quiet: true, limitMs: downloadLimitMs });
if (fetched.code !== 0) {
  const cause = fetched.code === null ? 'it took too long' : (fetched.errors.split('\n')[0] ?? '');
  console.error(`The Electron binary cannot be fetched: ${cause}`);
  console.error(`Packaging needs it once: connect to the internet, or set ELECTRON_MIRROR to a mirror you trust.`);
  stop('nothing was packaged');
}

say('packaging');
const config = ['--config', 'electron-builder.yml', '--publish', 'never'];
const packaged = await run('node_modules/electron-builder/cli.js', [...config, ...process.argv.slice(2)]);
if (packaged.code !== 0) stop('packaging failed');
say('the packages are in dist/packages');
