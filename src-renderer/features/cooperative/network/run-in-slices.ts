/** How long work may go on before the page may answer the person again. */
const SLICE_MS = 8;

export interface SliceOptions {
  /** Called after each slice with how many jobs are done. */
  readonly onProgress: (doneCount: number) => void;
  readonly isStopped: () => boolean;
  readonly now?: () => number;
  /** Lets the browser paint and handle what the person does. */
  readonly pause?: () => Promise<void>;
}

/** Runs jobs in order, in short slices with a pause between them; at least one job a slice. False when it was stopped. */
export async function runInSlices(jobs: readonly (() => void)[], options: SliceOptions): Promise<boolean> {
  const { onProgress, isStopped, now = () => performance.now(), pause = pauseForBrowser } = options;
  let sliceStart = now();
  for (const [index, job] of jobs.entries()) {
    if (isStopped()) return false;
    job();
    if (now() - sliceStart < SLICE_MS) continue;
    onProgress(index + 1);
    await pause();
    sliceStart = now();
  }
  return !isStopped();
}

function pauseForBrowser(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
