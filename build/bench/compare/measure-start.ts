import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measure } from '../print-measures.ts';

/** A line of `printMeasures`: name, value, unit. */
const LINE = /^(.+?)\s{2,}([\d.,]+) (\S*)/;

/** What `build/bench/run-start.ts` of a checkout prints; the checkout must have been built. */
export async function measureStart(root: string): Promise<readonly Measure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'build/bench/run-start.ts')], {
    cwd: root,
  });
  return stdout.split('\n').flatMap((line) => {
    const [, name, value, unit] = LINE.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    return [{ name, value: Number(value.replaceAll(',', '')), unit: unit ?? '' }];
  });
}
