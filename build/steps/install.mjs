import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

/** Whether the packages of package-lock.json are there. */
export function isInstalled() {
  const marker = join(ROOT, 'node_modules', '.package-lock.json');
  return (
    existsSync(marker) &&
    statSync(marker).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs - 60_000 &&
    existsSync(join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))
  );
}

/** Installs the packages when they are missing. Nothing outside of the project's folder is touched. */
export async function install() {
  if (isInstalled()) return 'already there';
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  return undefined;
}
