import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

// Process that runs the built main.mjs, named by its first argument, on the stand-in for Electron.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === 'electron' ? new URL('./fake-electron.ts', import.meta.url).href : specifier, context),
});

// Without the test at the other end there is nobody to work for.
process.on('disconnect', () => process.exit(0));

await import(pathToFileURL(process.argv[2] ?? '').href);
