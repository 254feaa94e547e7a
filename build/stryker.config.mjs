// Of build/mutate.mjs, which names the files to change, the tests that answer for them and the file of the results.
const results = process.env.MUTATE_RESULTS ?? '.mutation/results.json';

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'build/vitest.mutate.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: results,
  concurrency: 1,
  timeoutMS: 10_000,
  tempDirName: '.mutation/copies',
  ignorePatterns: ['dist', '.data', 'docs', 'src-renderer', 'src-main'],
  plugins: ['@stryker-mutator/vitest-runner', new URL('steps/words-for-developers.mjs', import.meta.url).pathname],
  ignorers: ['words-for-developers'],
  reporters: ['progress-append-only'],
  warnings: { slow: false },
  allowConsoleColors: false,
};
