import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../steps/run.mjs';

/** The folders whose code decides something: each is measured for itself. */
export const ROOMS = [
  ...['money', 'billing', 'sync', 'access', 'ledger', 'records', 'record-rules'].map((room) => `shared/${room}`),
  ...['contribution', 'cooperative', 'pay', 'salary'].map((room) => `shared/${room}`),
  ...['rules', 'http', 'http/request-policy'].map((room) => `sync-server/${room}`),
];

/** Whether a file belongs to another room that stands within this one. */
function isOfInnerRoom(file, room) {
  return ROOMS.some((other) => other.startsWith(`${room}/`) && file.startsWith(`${other}/`));
}

/** Figures as the law prints them: a test of each would only repeat it. */
const TABLES = ['parameters-2025.ts', 'parameters-2026.ts', 'parameters-common.ts'];

/** What only runs inside CouchDB's engine, or one that stands for it: no change can be switched on there. */
const IN_THE_DATABASE = ['rules/validation-entry.ts', 'rules/engine-gaps.ts'];

/** What a document says of another program: it answers for no code of a room. */
const OF_THE_DOCUMENTS = 'smuggling-nginx.test.ts';

const LEFT_ALONE = [...TABLES, ...IN_THE_DATABASE];

/** The files of a room that are changed on purpose. */
export function codeOf(room) {
  return listSources(room).filter(
    (file) =>
      !/\.test(-support)?\.ts$/.test(file) &&
      !file.includes('/testing/') &&
      !isOfInnerRoom(file, room) &&
      !LEFT_ALONE.some((name) => file.endsWith(name)),
  );
}

/** The tests that answer for a room: those that stand in it, and those of `shared/` that call what it exports. */
export function testsOf(room) {
  const [floor, name] = room.split('/');
  // Imported as a value: a test that only names a type of the room tries nothing of it.
  const calls = new RegExp(`^import (?!type)[^;]* from '\\.\\./${name}/`, 'm');
  return listSources(floor).filter(
    (file) =>
      file.endsWith('.test.ts') &&
      !file.endsWith(OF_THE_DOCUMENTS) &&
      (file.startsWith(`${room}/`) || (floor === 'shared' && isCalledIn(file, calls))),
  );
}

/** The demonstration is made of everything and tries nothing in particular. */
function isCalledIn(file, calls) {
  return !file.includes('/demo/') && calls.test(readFileSync(join(ROOT, file), 'utf8'));
}

function listSources(folder) {
  const names = readdirSync(join(ROOT, folder), { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
}
