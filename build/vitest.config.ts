import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One second, its own default, is short on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // Servers wait more than they compute: one worker fewer leaves a core unused.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{shared,src-main,sync-server,build}/**/*.test.ts'],
          // Read by Node itself, as when it serves: nothing is transformed first.
          experimental: { viteModuleRunner: false },
          // Files share the modules that were read: none of them keeps anything a test could change.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'screens', include: ['src-renderer/**/*.test.{ts,tsx}'], exclude: ['src-renderer/e2e/**'] },
      },
    ],
  },
});
