import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

const STAMP = join(ROOT, 'dist', 'sources.txt');

/** Builds screens and shell into `dist/` unless their sources are the ones of the last build. */
export async function buildApplication() {
  const sources = describeSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return 'already built';
  await run('vite', ['build', '--config', 'build/vite.config.ts', '--logLevel', 'error']);
  await run('vite', ['build', '--config', 'build/vite.main.config.ts', '--logLevel', 'error']);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, sources);
  return undefined;
}

function describeSources() {
  const hash = createHash('sha256');
  for (const folder of ['shared', 'src-renderer', 'src-main', 'build']) hashFolder(hash, folder);
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.digest('hex');
}

function hashFolder(hash, folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) hashFolder(hash, path);
    else hash.update(`${path}:${statSync(join(ROOT, path)).size}:`).update(readFileSync(join(ROOT, path)));
  }
}
