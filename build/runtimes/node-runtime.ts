import { runInNewContext } from 'node:vm';
import { ENGINE_GLOBAL } from './bundle-engine.ts';
import type { Runtime } from './runtime.ts';

/** Node, in a context of its own: nothing of Node is there but its language. `prelude` runs before the bundle. */
export function startNode(bundle: string, prelude = ''): Runtime {
  const loaded: unknown = runInNewContext(`${prelude};${bundle};${ENGINE_GLOBAL}.digestCases`);
  const digestCases = loaded as (casesText: string) => string; // what the bundle exports
  return {
    name: `Node ${process.versions.node}`,
    digestCases: (casesText) => Promise.resolve(digestCases(casesText)),
    close: () => Promise.resolve(),
  };
}
