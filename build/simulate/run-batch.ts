import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './run-seed.ts';

export interface Batch {
  readonly from: number;
  readonly seeds: number;
  /** Processes that share the seeds. */
  readonly jobs: number;
  /** A fault to put into the source; the first seed that finds it ends the batch. */
  readonly broken: string | undefined;
}

export interface BatchResult {
  readonly count: number;
  /** Seeds in which something was not as it must be. */
  readonly found: number;
  /** Sum of the sums of all seeds, in their order. */
  readonly digest: string;
  readonly minutes: number;
}

const WORKER = fileURLToPath(new URL('batch-worker.ts', import.meta.url));

/** Runs seeds in processes of their own; tells of each that broke a promise. */
export async function runBatch(
  { from, seeds, jobs, broken }: Batch,
  onBroken: (outcome: Outcome) => void,
): Promise<BatchResult> {
  const started = performance.now();
  const outcomes: Outcome[] = [];
  const stops: (() => void)[] = [];
  const take = (outcome: Outcome): void => {
    outcomes.push(outcome);
    if (outcome.broken.length === 0) return;
    onBroken(outcome);
    if (broken !== undefined) for (const stop of stops) stop();
  };
  const workers = Array.from({ length: Math.min(jobs, Math.max(1, seeds)) }, (_value, job) =>
    runWorker([from + job, seeds + from, jobs, broken ?? ''].map(String), take, stops),
  );
  await Promise.all(workers);
  const sorted = outcomes.toSorted((a, b) => Number(a.seed) - Number(b.seed));
  return {
    count: outcomes.length,
    found: outcomes.filter((outcome) => outcome.broken.length > 0).length,
    digest: createHash('sha256')
      .update(sorted.map(({ digest }) => digest).join())
      .digest('hex')
      .slice(0, 16),
    minutes: (performance.now() - started) / 60_000,
  };
}

function runWorker(args: readonly string[], take: (outcome: Outcome) => void, stops: (() => void)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, [WORKER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let isStopped = false;
    stops.push(() => {
      isStopped = true;
      worker.kill();
    });
    createInterface({ input: worker.stdout }).on('line', (line) => {
      if (line.startsWith('{"seed"')) take(JSON.parse(line) as Outcome); // printed by batch-worker.ts
    });
    worker.on('error', reject);
    worker.on('close', (code) => {
      if (isStopped || code === 0) resolve();
      else reject(new Error(`a simulation ended with ${String(code)}`));
    });
  });
}
