import { buildRulesDocument } from '../../sync-server/rules/design-documents.ts';
import { patchIndexedDb } from './disk.ts';
import { currentStage, installEarly, installGlobals } from './globals.ts';
import type { Outcome } from './run-seed.ts';

/** Runs one seed; `print` hears its story line by line. */
export type RunSeed = (seed: string, print?: (line: string) => void) => Promise<Outcome>;

/** Makes this process a simulation: from then on nothing in it happens in real time. */
export async function openSimulator(): Promise<RunSeed> {
  // Made by another process, in its own time.
  for (const kind of ['book', 'commons', 'office', 'network', 'receipts'] as const) await buildRulesDocument(kind);
  installEarly();
  const { runSeed } = await import('./run-seed.ts');
  installGlobals();
  patchIndexedDb();
  process.on('unhandledRejection', (error) => {
    currentStage().world.noteCrash(error);
  });
  // What libraries do once a process is done before it counts.
  await runSeed('warm');
  return runSeed;
}
