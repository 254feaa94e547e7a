const PRESSURE_SHARE = 0.8;

/** Whether the space the browser gives is nearly used up. */
export async function isSpaceShort(): Promise<boolean> {
  const storage = (globalThis.navigator as Partial<Navigator> | undefined)?.storage;
  // Absent on plain http beyond this computer.
  if (storage === undefined) return false;
  const { usage = 0, quota = 0 } = await storage.estimate();
  return quota > 0 && usage / quota > PRESSURE_SHARE;
}
