// Of main.mjs, which names the files to change, the tests that answer for them and the room.
const results = `.mutation/${(process.env.MUTATE_ROOM ?? 'results').replaceAll('/', '-')}.json`;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'build/mutate/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: results,
  concurrency: 1,
  // Schemas and facts of types are made once, when their file is read: each change would take every test of the room.
  ignoreStatic: process.env.MUTATE_ROOM === 'shared/records',
  timeoutMS: 5_000,
  tempDirName: '.mutation/copies',
  ignorePatterns: ['dist', '.data', 'docs', 'src-renderer', 'src-main'],
  plugins: ['@stryker-mutator/vitest-runner', new URL('words-for-developers.mjs', import.meta.url).pathname],
  ignorers: ['words-for-developers'],
  reporters: ['progress-append-only'],
  warnings: { slow: false },
  allowConsoleColors: false,
};
