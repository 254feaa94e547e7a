import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Break } from './breaks.ts';
import { LIBRARY_PATCHES } from './library-patches.ts';
import type { Patch } from './library-patches.ts';

const VIRTUAL_MODULES: Readonly<Record<string, string>> = {
  'node:timers/promises': 'virtual-timers-promises.ts',
  'node:crypto': 'virtual-crypto.ts',
};
const HERE = new URL('.', import.meta.url).href;

/**
 * From now on modules are read as the simulation needs them: what keeps one state a page keeps one a window, promised timers
 * and chance are the world's, and the source is broken where `broken` says so.
 */
export function hookModules(broken: Break | undefined): void {
  const patches: readonly Patch[] = [...LIBRARY_PATCHES, ...(broken?.patches ?? [])];
  const applied = new Set<Patch>();
  registerHooks({
    resolve: (specifier, context, next) => {
      const virtual = VIRTUAL_MODULES[specifier];
      const isOurs = context.parentURL?.startsWith(HERE) === true;
      return virtual === undefined || isOurs ? next(specifier, context) : next(HERE + virtual, context);
    },
    load: (url, context, next) => {
      const wanted = patches.filter(({ file }) => url.endsWith(file));
      if (wanted.length === 0) return next(url, context);
      let source = readFileSync(fileURLToPath(url), 'utf8');
      for (const patch of wanted) {
        if (!source.includes(patch.from)) throw new Error(`${patch.file} no longer says: ${patch.from}`);
        source = source.replaceAll(patch.from, patch.to);
        applied.add(patch);
      }
      return { format: url.endsWith('.ts') ? 'module-typescript' : 'module', source, shortCircuit: true };
    },
  });
}
