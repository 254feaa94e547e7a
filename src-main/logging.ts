import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Values a log line may carry. Bodies, cookies and query strings have no place here. */
export type LogDetails = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  readonly info: (event: string, details?: LogDetails) => void;
  readonly warn: (event: string, details?: LogDetails) => void;
  readonly error: (event: string, details?: LogDetails) => void;
}

export interface LoggingDeps {
  readonly directory: string;
  readonly now: () => Date;
  readonly maxBytes?: number;
  readonly keptFiles?: number;
}

const longestValue = 300;

function cleanValue(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const withoutQuery = value.replace(/[?#][^\s"']*/g, '?…').replace(/\/\/[^/\s@]*@/g, '//');
  return JSON.stringify(withoutQuery.slice(0, longestValue));
}

function readSize(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** A small text log beside the settings: `sillon.log`, then `sillon.1.log`… when it is full. */
export function setupLogging({ directory, now, maxBytes = 500_000, keptFiles = 3 }: LoggingDeps): Log {
  const current = join(directory, 'sillon.log');
  const older = (index: number): string => (index === 0 ? current : join(directory, `sillon.${String(index)}.log`));
  let sizeBytes = readSize(current);

  function rotate(): void {
    rmSync(older(keptFiles), { force: true });
    for (let index = keptFiles - 1; index >= 0; index -= 1) {
      if (readSize(older(index)) > 0) renameSync(older(index), older(index + 1));
    }
    sizeBytes = 0;
  }

  function write(level: string, event: string, details: LogDetails = {}): void {
    const fields = Object.entries(details).map(([name, value]) => ` ${name}=${cleanValue(value)}`);
    const line = `${now().toISOString()} ${level} ${event}${fields.join('')}\n`;
    try {
      mkdirSync(directory, { recursive: true });
      if (sizeBytes > 0 && sizeBytes + Buffer.byteLength(line) > maxBytes) rotate();
      appendFileSync(current, line, { mode: 0o600 });
      sizeBytes += Buffer.byteLength(line);
    } catch {
      // A full or read-only disk must not stop the application for want of a log line.
    }
  }

  return {
    info: (event, details) => {
      write('info', event, details);
    },
    warn: (event, details) => {
      write('warn', event, details);
    },
    error: (event, details) => {
      write('error', event, details);
    },
  };
}
