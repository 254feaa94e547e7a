import { provisionAll } from '../rules/provision.ts';
import type { System } from '../system/system.ts';

/** Brings every database, its security and its rules up to date; the same as at the start of a server. */
export async function provision({
  couch,
  accounts,
}: System): Promise<{ readonly activities: number; readonly databases: number }> {
  const { activities } = await provisionAll(couch, () => accounts.people.listActivities());
  const names = await couch.listDatabases();
  return { activities, databases: names.filter((name) => !name.startsWith('_')).length };
}
