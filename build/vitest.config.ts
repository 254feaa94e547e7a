import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['{shared,src-main,src-renderer,sync-server,build}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'src-renderer/e2e/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One second, its own default, is short on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
