// Adds a made-up record type to a copy of the sources and says which files the compiler then asks for; see CONTRIBUTING.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Kind } from './made-up-type.ts';
import { declareMadeUpType, KINDS } from './made-up-type.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROOMS = ['shared', 'src-renderer', 'src-main', 'sync-server'];

/** Every place that must know a type. */
const PLAIN = [
  'shared/record-rules/check-figures.ts',
  'shared/record-rules/rules-table.ts',
  'src-renderer/features/device/sync/describe-record.ts',
  'src-renderer/i18n/en/record-types.ts',
  'src-renderer/i18n/fr/record-types.ts',
];
const PLACES: Readonly<Record<Kind, readonly string[]>> = {
  plain: PLAIN,
  money: [...PLAIN, 'shared/ledger/ledger-table.ts'],
};

function filesAskedFor(kind: Kind): readonly string[] {
  const sources = mkdtempSync(join(tmpdir(), 'sillon-probe-'));
  try {
    for (const part of [...ROOMS, 'build', 'package.json']) {
      cpSync(join(ROOT, part), join(sources, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(sources, 'node_modules'));
    declareMadeUpType(sources, kind);
    return [...new Set(ROOMS.flatMap((room) => faultyFiles(sources, room)))].sort();
  } finally {
    rmSync(sources, { recursive: true, force: true });
  }
}

function faultyFiles(sources: string, room: string): readonly string[] {
  const compiler = join(sources, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', join(sources, room), '--pretty', 'false'], {
    cwd: sources,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error TS/gm)].map(([, file = '']) =>
    relative(sources, resolve(sources, file)).replaceAll('\\', '/'),
  );
}

for (const kind of Object.keys(KINDS) as Kind[]) {
  const asked = filesAskedFor(kind);
  const silent = PLACES[kind].filter((place) => !asked.includes(place));
  process.stdout.write(`${kind}: the compiler asks for\n${asked.map((file) => `  ${file}\n`).join('')}`);
  for (const place of silent) process.stdout.write(`  not asked for: ${place}\n`);
  if (silent.length > 0) process.exitCode = 1;
}
