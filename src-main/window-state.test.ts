import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryLog } from './testing/memory-log.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';
import { fitPlace, setupWindowState, type TrackedWindow, type WindowStateDeps } from './window-state.ts';

const primary = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1000 };

describe('fitPlace', () => {
  it('starts with its own size and lets the system place it', () => {
    expect(fitPlace(null, [primary], primary)).toEqual({ width: 1280, height: 860, isMaximized: false });
    const small = { x: 0, y: 0, width: 1024, height: 600 };
    expect(fitPlace(null, [small], small)).toEqual({ width: 1024, height: 600, isMaximized: false });
  });

  it('comes back to where it was, also on a second screen', () => {
    const stored = { x: 2000, y: 50, width: 900, height: 700, isMaximized: true };
    expect(fitPlace(stored, [primary, right], primary)).toEqual(stored);
  });

  it('forgets a place that is on no screen any more', () => {
    const stored = { x: 2000, y: 50, width: 900, height: 700, isMaximized: false };
    expect(fitPlace(stored, [primary], primary)).toEqual({ width: 900, height: 700, isMaximized: false });
    expect(fitPlace({ ...stored, x: 100, y: -50 }, [primary], primary)).not.toHaveProperty('y');
    expect(fitPlace({ ...stored, x: 1900, y: 10 }, [primary], primary)).not.toHaveProperty('x');
  });

  it('keeps the size within the screen and above the smallest', () => {
    const stored = { x: 10, y: 10, width: 9000, height: 5, isMaximized: false };
    expect(fitPlace(stored, [primary], primary)).toMatchObject({ width: 1920, height: 480 });
  });

  it.each([1, 'x', [], { width: 'a' }, { x: 1.5, y: 0, width: NaN, height: null }])(
    'takes damaged content %j',
    (stored) => {
      expect(fitPlace(stored, [primary], primary)).toEqual({ width: 1280, height: 860, isMaximized: false });
    },
  );
});

class FakeWindow extends EventEmitter {
  bounds = { x: 10, y: 20, width: 800, height: 600 };
  getNormalBounds = (): typeof this.bounds => this.bounds;
  isMaximized = (): boolean => false;
  isDestroyed = (): boolean => false;
}

describe('setupWindowState', () => {
  it('finds the place at the close again after a restart', async () => {
    const screen = {
      getAllDisplays: () => [{ workArea: primary }],
      getPrimaryDisplay: () => ({ workArea: primary }),
    } as unknown as WindowStateDeps['screen'];
    const deps = { path: join(makeTemporaryFolder(), 'window.json'), screen, log: createMemoryLog(), saveDelayMs: 5 };
    const state = setupWindowState(deps);
    const window = new FakeWindow();
    state.track(window as unknown as TrackedWindow);
    window.emit('move');
    window.bounds = { x: 30, y: 40, width: 700, height: 500 };
    window.emit('close');
    await state.flush();
    const expected = { x: 30, y: 40, width: 700, height: 500, isMaximized: false };
    expect(await setupWindowState(deps).read()).toEqual(expected);
  });
});
