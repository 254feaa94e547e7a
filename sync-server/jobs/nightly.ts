const HOUR = 2;
const MINUTE = 30;

/** Runs a job every night at half past two, local time, until the returned function is called. */
export function runNightly(job: () => Promise<void>, log: (line: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const plan = (): void => {
    timer = setTimeout(() => {
      job().then(
        () => {
          log('nightly pass done');
        },
        (error: unknown) => {
          log(`nightly pass failed: ${error instanceof Error ? error.message : 'unknown failure'}`);
        },
      );
      plan();
    }, untilTonight(new Date()));
    timer.unref();
  };
  plan();
  return () => {
    clearTimeout(timer);
  };
}

/** Milliseconds to the next half past two. */
export function untilTonight(now: Date): number {
  const next = new Date(now);
  next.setHours(HOUR, MINUTE, 0, 0);
  if (next <= now) next.setDate(next.getDate() + 1);
  return next.getTime() - now.getTime();
}
