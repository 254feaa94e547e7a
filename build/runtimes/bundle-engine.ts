import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Name of the bundle's global object. */
export const ENGINE_GLOBAL = 'SillonEngine';

/** The engines of salary and contribution as one script that asks nothing of its runtime but the language. */
export async function bundleEngine(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('digest-cases.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: ENGINE_GLOBAL,
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('the bundle of the engines is empty');
  return file.text;
}
