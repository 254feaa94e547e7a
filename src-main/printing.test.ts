import { describe, expect, it } from 'vitest';
import { setupPrinting, type Printing } from './printing.ts';
import { createMemoryLog } from './testing/memory-log.ts';

type Done = (isDone: boolean, reason: string) => void;

function setup(isDone: boolean, reason: string): Printing {
  const print = (_options: unknown, done: Done): void => {
    done(isDone, reason);
  };
  return setupPrinting({ currentWindow: () => ({ webContents: { print } }) as never, log: createMemoryLog() });
}

describe('setupPrinting', () => {
  it('tells printed, cancelled and failed apart', async () => {
    expect(await setup(true, '').printPage()).toEqual({ ok: true, value: null });
    expect(await setup(false, 'Print job canceled').printPage()).toMatchObject({
      error: { code: 'desktop.cancelled' },
    });
    expect(await setup(false, 'no printer').printPage()).toMatchObject({ error: { code: 'desktop.printFailed' } });
  });

  it('needs a window', async () => {
    const { printPage } = setupPrinting({ currentWindow: () => null, log: createMemoryLog() });
    expect(await printPage()).toMatchObject({ error: { code: 'desktop.notAllowed' } });
  });
});
