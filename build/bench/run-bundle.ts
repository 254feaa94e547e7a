import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { printMeasures } from './print-measures.ts';

/** JavaScript that the first screen needs: what index.html names, and the chunks these import statically. */
const folder = new URL('../../dist/renderer/', import.meta.url);
if (!existsSync(folder)) throw new Error('run `npm run build` first');
const html = readFileSync(new URL('index.html', folder), 'utf8');
const seen = new Set<string>();
const queue = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
  if (seen.has(file)) continue;
  seen.add(file);
  const code = readFileSync(new URL(file, folder), 'utf8');
  for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) queue.push(`assets/${match[1] ?? ''}`);
}
const gzipped = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).length, 0) / 1000;
const all = readdirSync(new URL('assets/', folder)).filter((name) => name.endsWith('.js'));
printMeasures([
  { name: 'start-up JavaScript, gzip', value: gzipped(seen), unit: 'kB' },
  { name: 'all JavaScript, gzip', value: gzipped(all.map((name) => `assets/${name}`)), unit: 'kB' },
]);
