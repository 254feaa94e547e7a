import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { readJsonOrNull, writeAtomically } from './atomic-file.ts';
import type { Log } from './logging.ts';

export interface WindowStateDeps {
  readonly path: string;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  readonly log: Log;
  readonly saveDelayMs?: number;
}

/** Place of the window; without x and y the system chooses. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

export type TrackedWindow = Pick<BrowserWindow, 'on' | 'getNormalBounds' | 'isMaximized' | 'isDestroyed'>;

export interface WindowState {
  readonly read: () => Promise<WindowPlace>;
  readonly track: (window: TrackedWindow) => void;
  /** Ends when the last place is on disk. */
  readonly flush: () => Promise<void>;
}

export const smallestWindow = { width: 360, height: 480 };
const firstSize = { width: 1280, height: 860 };
// Enough of the title bar must be on a screen to take hold of the window.
const visiblePixels = 80;

function readFields(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const overlapX = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTitleInside = bounds.y >= area.y && bounds.y <= area.y + area.height - visiblePixels;
  return overlapX >= visiblePixels && isTitleInside;
}

/** A place that fits the screens of today, whatever was stored on those of yesterday. */
export function fitPlace(stored: unknown, areas: readonly Rectangle[], primaryArea: Rectangle): WindowPlace {
  const { x, y, width, height, isMaximized } = readFields(stored);
  const fit = (value: unknown, first: number, least: number, most: number): number =>
    Math.max(Math.min(isWhole(value) ? value : first, most), Math.min(least, most));
  const known = isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) ? { x, y, width, height } : null;
  const area = known === null ? undefined : areas.find((each) => isReachable(known, each));
  const room = area ?? primaryArea;
  const size = {
    width: fit(width, firstSize.width, smallestWindow.width, room.width),
    height: fit(height, firstSize.height, smallestWindow.height, room.height),
    isMaximized: isMaximized === true,
  };
  return known === null || area === undefined ? size : { x: known.x, y: known.y, ...size };
}

/** Remembers where the window was. */
export function setupWindowState({ path, screen, log, saveDelayMs = 500 }: WindowStateDeps): WindowState {
  let timer: NodeJS.Timeout | null = null;
  let lastWrite: Promise<void> = Promise.resolve();

  function save(window: TrackedWindow): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed()) return;
    const text = JSON.stringify({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
    lastWrite = lastWrite
      .then(() => writeAtomically(path, text))
      .catch(() => {
        log.warn('window-state-not-written');
      });
  }

  return {
    read: async () => {
      const areas = screen.getAllDisplays().map((display) => display.workArea);
      return fitPlace(await readJsonOrNull(path), areas, screen.getPrimaryDisplay().workArea);
    },
    track: (window) => {
      const saveSoon = (): void => {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(() => {
          save(window);
        }, saveDelayMs);
      };
      window.on('resize', saveSoon);
      window.on('move', saveSoon);
      window.on('maximize', saveSoon);
      window.on('unmaximize', saveSoon);
      window.on('close', () => {
        save(window);
      });
    },
    flush: () => lastWrite,
  };
}
