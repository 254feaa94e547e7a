import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page of a soak device as one script: the application's own data, session and exchange. */
export async function bundlePage(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`page/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('the soak page was not bundled');
  return script.text;
}
