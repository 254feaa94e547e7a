import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** The folders whose code decides something: each is measured for itself. */
export const ROOMS = [
  ...['money', 'billing', 'sync', 'access', 'ledger', 'records', 'record-rules'].map((room) => `shared/${room}`),
  ...['contribution', 'cooperative', 'pay', 'salary'].map((room) => `shared/${room}`),
  ...['rules', 'http'].map((room) => `sync-server/${room}`),
];

/** Figures as the law prints them: a test of each would only repeat it. */
const TABLES = ['parameters-2025.ts', 'parameters-2026.ts', 'parameters-common.ts'];

/** The files of a room that are changed on purpose. */
export function codeOf(room) {
  return globSync(`${room}/**/*.ts`, { cwd: ROOT }).filter(
    (file) =>
      !/\.test(-support)?\.ts$/.test(file) && !file.includes('/testing/') && !TABLES.some((t) => file.endsWith(t)),
  );
}

/** The tests that answer for a room: those that stand in it, and those beside that import from it. */
export function testsOf(room) {
  const [floor, name] = room.split('/');
  return globSync(`${floor}/**/*.test.ts`, { cwd: ROOT }).filter(
    (file) =>
      file.startsWith(`${room}/`) ||
      (floor === 'shared' &&
        !file.includes('/demo/') &&
        readFileSync(join(ROOT, file), 'utf8').includes(`from '../${name}/`)),
  );
}
