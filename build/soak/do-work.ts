import { setTimeout as pause } from 'node:timers/promises';
import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import type { SoakWrite } from './page/soak-contract.ts';
import type { SoakDevice } from './soak-device.ts';
import type { KillableServer } from './stage.ts';

/** What a soak works with while the line is bad. */
export interface Work {
  readonly random: DemoRandom;
  readonly server: KillableServer;
  readonly devices: readonly SoakDevice[];
  readonly activityId: string;
  /** Records to be created. */
  readonly records: number;
  readonly report: (progress: string) => void;
}

/** Creates and edits until there are enough records; pages are reloaded and killed, the server too, devices go offline. */
export async function doWork({ random, server, devices, activityId, records, report }: Work): Promise<SoakWrite[]> {
  const writes: SoakWrite[] = [];
  let created = 0;
  for (let step = 1; created < records; step += 1) {
    const device = random.pick(devices);
    const text = `<${String(step)} ${device.name}>`;
    if (device.isCreator && random.chance(60)) {
      writes.push(await device.remote.create(text, activityId));
      created += 1;
      if (created % 100 === 0) report(`${String(created)} records written`);
    } else {
      const field = random.pick(['label', 'note'] as const);
      const write = await device.remote.edit(random.integer(0, 10_000), field, text);
      if (write !== undefined) writes.push(write);
    }
    await pause(random.integer(0, 60));
    if (random.chance(4)) await device.setOffline(true);
    if (random.chance(12)) for (const one of devices) await one.setOffline(false);
    if (random.chance(2)) await disturb(random, device);
    if (step % 150 === 0) {
      report('the server is killed');
      await server.kill();
      await pause(500);
      await server.start();
    }
  }
  return writes;
}

/** Reloads the page of a device or ends it; without a line it comes back without one. */
async function disturb(random: DemoRandom, device: SoakDevice): Promise<void> {
  await device.setOffline(false);
  if (random.chance(50)) await device.reload();
  else await device.kill();
}
