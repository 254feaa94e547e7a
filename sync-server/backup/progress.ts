/** Where a backup or a restore stands. */
export interface Progress {
  readonly database: string;
  /** Databases done before this one. */
  readonly done: number;
  readonly total: number;
}

export type ReportProgress = (progress: Progress) => void;

const EVERY_MS = 1_000;

/** Prints progress at most once a second; a thousand small databases must not fill the screen. */
export function printProgress(print: (line: string) => void, nowMs: () => number = Date.now): ReportProgress {
  let lastMs = 0;
  return ({ database, done, total }) => {
    if (nowMs() - lastMs < EVERY_MS) return;
    lastMs = nowMs();
    print(`${String(done)} of ${String(total)} databases, now ${database}`);
  };
}
