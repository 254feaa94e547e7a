import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, toolEnvironment } from './run.mjs';

const FOLDER = join(ROOT, 'node_modules', 'electron');
const TRIED = join(ROOT, 'node_modules', '.sillon-electron-tried');
const FETCH_LIMIT_MS = 20_000;
const TRY_AGAIN_MS = 24 * 3600 * 1000;

/** Opens the desktop application; fetches Electron's binary once when it is missing. Says why when it cannot. */
export async function openElectron(serverUrl) {
  const binary = await findBinary();
  if (binary === undefined)
    return { note: 'not available here (its binary cannot be fetched); use the web application' };
  const isLinux = process.platform === 'linux';
  if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { note: 'no display here; use the web application' };
  }
  const child = spawn(binary, [ROOT], {
    cwd: ROOT,
    env: { ...toolEnvironment(), SILLON_SERVER: serverUrl, SILLON_USER_DATA: join(ROOT, '.data', 'desktop') },
    stdio: 'ignore',
  });
  const isRunning = await new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', () => resolve(false));
    setTimeout(() => resolve(true), 1_500);
  });
  return isRunning ? { process: child, note: 'opened' } : { note: 'its window did not open; use the web application' };
}

async function findBinary() {
  if (!existsSync(FOLDER)) return undefined;
  if (!isFetched()) {
    const hasTried = existsSync(TRIED) && Date.now() - statSync(TRIED).mtimeMs < TRY_AGAIN_MS;
    if (hasTried) return undefined;
    writeFileSync(TRIED, '');
    await run('node', [join(FOLDER, 'install.js')], { timeoutMs: FETCH_LIMIT_MS }).catch(() => undefined);
  }
  return isFetched() ? join(FOLDER, 'dist', readFileSync(join(FOLDER, 'path.txt'), 'utf8')) : undefined;
}

function isFetched() {
  return existsSync(join(FOLDER, 'path.txt'));
}
