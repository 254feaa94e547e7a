import { run } from './run.mjs';

const SOURCES = ['shared', 'src-renderer', 'src-main', 'sync-server', 'build'];

/** Every check that reads the sources without running them; each is an error when it fails. */
export const CHECKS = [
  ['format (prettier)', () => run('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['types of shared', () => run('tsc', ['-p', 'shared/tsconfig.json'])],
  ['types of the screens', () => run('tsc', ['-p', 'src-renderer/tsconfig.json'])],
  ['types of the shell', () => run('tsc', ['-p', 'src-main/tsconfig.json'])],
  ['types of the server', () => run('tsc', ['-p', 'sync-server/tsconfig.json'])],
  ['types of tests and tools', () => run('tsc', ['-p', 'tsconfig.json'])],
  ['lint (eslint)', () => run('eslint', ['--config', 'build/eslint.config.mjs', '--max-warnings', '0', ...SOURCES])],
  [
    'dependency rules and cycles',
    () => run('depcruise', ['--config', 'build/dependency-cruiser.cjs', ...SOURCES.slice(0, 4)]),
  ],
  ['unused files, exports and packages (knip)', () => run('knip', ['--no-progress'])],
];
