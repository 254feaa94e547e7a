import type { Log, LogDetails } from '../logging.ts';

export interface MemoryLog extends Log {
  readonly lines: string[];
}

/** A log for tests that keeps its lines. */
export function createMemoryLog(): MemoryLog {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (event: string, details?: LogDetails): void => {
      lines.push(`${level} ${event} ${JSON.stringify(details ?? {})}`);
    };
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
