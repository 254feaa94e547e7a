import { BREAKS } from './breaks.ts';
import { hookModules } from './hooks.ts';
import type { RunSeed } from './simulator.ts';

/** Makes this process a simulation, of the source as it is or with a fault in it. */
export async function startSimulator(broken?: string): Promise<RunSeed> {
  hookModules(BREAKS.find(({ name }) => name === broken));
  // Only now: what is read from here on is patched.
  const { openSimulator } = await import('./simulator.ts');
  return openSimulator();
}
