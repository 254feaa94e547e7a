import type { WriteContext } from '../records/write-record.ts';

/** A deterministic write context for tests: a clock that ticks a second a call, ids in order. */
export function sampleContext(user = 'lea.morvan', device = 'device-1'): WriteContext {
  let ticks = 0;
  let ids = 0;
  return {
    author: { user, device },
    clock: () => new Date(Date.UTC(2026, 2, 1, 8, 0, ticks++)).toISOString(),
    newId: () => `${device.replace(/[^0-9A-Za-z]/g, '')}${String(ids++).padStart(8, '0')}`,
  };
}
