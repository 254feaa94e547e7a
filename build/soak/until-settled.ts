import { setTimeout as pause } from 'node:timers/promises';
import type { SoakDevice } from './soak-device.ts';

/** Waits until a device has nothing to send and the server nothing new, or until the time is over. */
export async function untilSettled(device: SoakDevice, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    const { phase, pending, isComplete } = await device.remote.state();
    if (phase === 'upToDate' && pending === 0 && isComplete) return;
    await pause(250);
  }
}
