import type { DatabaseName } from '../records/registry.ts';

/**
 * Records of one database that a device carries well: up to here screens stay quick and a first exchange takes minutes, not
 * hours, on a poor line. Beyond it Sillon goes on and says so.
 */
export const RECORD_BUDGET: Readonly<Record<DatabaseName, number>> = {
  book: 20_000,
  person: 5_000,
  commons: 5_000,
  office: 20_000,
  network: 200_000,
};

/** The databases that hold more than their budget. */
export function listOverBudget(counts: Readonly<Partial<Record<DatabaseName, number>>>): DatabaseName[] {
  return (Object.keys(RECORD_BUDGET) as DatabaseName[]).filter((name) => (counts[name] ?? 0) > RECORD_BUDGET[name]);
}
