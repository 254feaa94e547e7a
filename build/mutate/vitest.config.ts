import { defineConfig } from 'vitest/config';

/** Of main.mjs: the tests that answer for one room, and nothing else. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: (process.env['MUTATE_TESTS'] ?? 'shared/**/*.test.ts').split(','),
    // The same tries at every run: a change that is found today is found tomorrow.
    setupFiles: ['build/mutate/same-tries.ts'],
    isolate: false,
    // The bundle of the rules is larger with every change in it that may be switched on.
    testNamePattern: /^(?!.*stays small enough to travel)/,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
