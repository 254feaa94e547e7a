import { copyFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type EnvironmentOptions, type UserConfig } from 'vite';

const projectFolder = join(import.meta.dirname, '..');
const external = ['electron', /^node:/, ...builtinModules];

function buildOptions(outDir: string, entry: string, file: string, format: 'es' | 'cjs'): EnvironmentOptions {
  return {
    consumer: 'server',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: join(projectFolder, 'src-main', entry),
        external,
        // A sandboxed preload script is one CommonJS file; the main process is one module.
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

/** Builds the Electron shell into `outDir`: main.mjs, preload.cjs and the window's icon. */
export function makeMainConfig(outDir: string): UserConfig {
  return {
    root: projectFolder,
    publicDir: false,
    logLevel: 'warn',
    environments: {
      main: buildOptions(outDir, 'main.ts', 'main.mjs', 'es'),
      preload: buildOptions(outDir, 'preload.ts', 'preload.cjs', 'cjs'),
    },
    builder: {
      buildApp: async (builder) => {
        for (const name of ['main', 'preload']) {
          const environment = builder.environments[name];
          if (environment === undefined) throw new Error(`no build environment ${name}`);
          await builder.build(environment);
        }
        await copyFile(join(projectFolder, 'build/icons/256x256.png'), join(outDir, 'icon.png'));
      },
    },
  };
}

export default defineConfig(makeMainConfig(join(projectFolder, 'dist/main')));
