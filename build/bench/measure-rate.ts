const RUNS = 5;
const RUN_MS = 200;
const BATCH = 500;

/** What is measured: it is given 0, 1, 2 … and answers a figure. */
export type Call = (index: number) => number;

/** Calls per second: best of five runs of at least 200 ms, after a warm-up. The clock is read every `batch` calls. */
export function measureRate(call: Call, batch = BATCH): number {
  runOnce(call, batch);
  return Math.max(...Array.from({ length: RUNS }, () => runOnce(call, batch)));
}

/** How many times as fast ours is as a slow one, run by turns so that both meet the same machine: median of five turns. */
export function measureRatio(ours: Call, slow: { readonly call: Call; readonly batch: number }): number {
  runOnce(ours, BATCH);
  runOnce(slow.call, slow.batch);
  const ratios = Array.from({ length: RUNS }, () => runOnce(ours, BATCH) / runOnce(slow.call, slow.batch));
  return ratios.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

function runOnce(call: Call, batch: number): number {
  const start = performance.now();
  let checksum = 0;
  let calls = 0;
  while (performance.now() - start < RUN_MS) {
    for (let index = 0; index < batch; index += 1) checksum += call(calls + index);
    calls += batch;
  }
  if (!Number.isFinite(checksum)) throw new Error('bench: a call gave no figures');
  return (calls * 1000) / (performance.now() - start);
}
