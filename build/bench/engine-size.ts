import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Measure } from './print-measures.ts';

const FOLDER = fileURLToPath(new URL('../../shared/salary/', import.meta.url));

/** The three directions and the year to date, with the parameters of all months that come with Sillon. */
const ENGINE = `
  export { computeFromGross, prepareSalary } from './compute-from-gross.ts';
  export { solveFromCost, solvePreparedFromCost } from './solve-from-cost.ts';
  export { solveFromNet, solvePreparedFromNet } from './solve-from-net.ts';
  export { accumulateYear } from './year-so-far.ts';`;
const PROOF = "export { proveSalary, verifySalary } from './salary-computation-proof.ts';";

export async function measureEngineSize(): Promise<Measure[]> {
  const engine = await minify(ENGINE);
  const proven = await minify(ENGINE + PROOF);
  return [
    { name: 'engine and parameters, minified', value: engine.length / 1000, unit: 'kB', goal: { atMost: 24 } },
    { name: 'engine and parameters, gzip', value: gzipSync(engine).length / 1000, unit: 'kB' },
    { name: 'the same with proof and verification, minified', value: proven.length / 1000, unit: 'kB' },
  ];
}

async function minify(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: FOLDER, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('bench: the engine did not build');
  return file.contents;
}
