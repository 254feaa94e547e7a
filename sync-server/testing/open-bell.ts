import type { TestDevice } from './test-device.ts';

/** How a bell ended: nobody rang, the book changed, or there was none to begin with. */
export type BellEnd = 'cut' | 'rung' | 'refused';

/** A long-poll of a device's book that would last a minute. */
export interface Bell {
  readonly end: Promise<BellEnd>;
}

/** Resolves once the server listens: what happens next reaches the bell. */
export async function openBell(device: TestDevice): Promise<Bell> {
  const path = `/couch/${device.book}/_changes?feed=longpoll&since=now&timeout=60000`;
  const response = await device.fetch(path).catch(() => undefined);
  if (response === undefined) return { end: Promise.resolve('cut') };
  if (response.status !== 200) return { end: Promise.resolve('refused') };
  return {
    end: response.text().then(
      () => 'rung',
      () => 'cut',
    ),
  };
}
