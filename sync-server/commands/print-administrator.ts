import type { CouchAdmin } from '../couch/connect.ts';

/** Shows a fresh administrator, the one time its password can be seen. */
export function printAdministrator({ name, password }: CouchAdmin): void {
  console.log(`Administrator of the database, shown this once: ${name} / ${password}`);
}
