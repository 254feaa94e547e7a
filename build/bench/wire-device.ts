import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import { FaultProxy } from '../soak/fault-proxy.ts';
import type { Line, LineCounts } from '../soak/line.ts';
import { CLEAN_LINE } from '../soak/line.ts';
import type { PlainPlace, Variant } from '../soak/page/plain-contract.ts';
import { SoakDevice } from '../soak/soak-device.ts';

/** Long enough for the long-poll to be open again. */
const QUIET_MS = 1_000;
const LONGEST_MS = 300_000;

/** A device with a line of its own, whose every byte is counted. */
export class WireDevice {
  readonly device: SoakDevice;
  readonly #proxy: FaultProxy;
  #before: LineCounts;

  private constructor(device: SoakDevice, proxy: FaultProxy) {
    this.device = device;
    this.#proxy = proxy;
    this.#before = { ...proxy.counts };
  }

  /** Opens a new device of a variant at a database; nothing is exchanged before `start`. */
  static async open(
    browser: Browser,
    script: string,
    server: { readonly port: number },
    database: string,
    variant: Variant,
  ): Promise<WireDevice> {
    const proxy = new FaultProxy(server.port, seedRandom(`wire ${database}`));
    const url = `http://127.0.0.1:${String(await proxy.listen())}`;
    const place: PlainPlace = { variant, path: `/couch/${database}`, authorization: '' };
    const device = await SoakDevice.open(browser, { name: database, enter: undefined, isCreator: false }, url, script);
    await device.remote.open(place);
    return new WireDevice(device, proxy);
  }

  set line(line: Partial<Line>) {
    this.#proxy.line = { ...CLEAN_LINE, ...line };
  }

  /** Counts from zero again. */
  reset(): void {
    this.#before = { ...this.#proxy.counts };
  }

  get counts(): LineCounts {
    const { counts } = this.#proxy;
    return {
      connections: counts.connections - this.#before.connections,
      requests: counts.requests - this.#before.requests,
      broken: counts.broken - this.#before.broken,
      bytesUp: counts.bytesUp - this.#before.bytesUp,
      bytesDown: counts.bytesDown - this.#before.bytesDown,
    };
  }

  /** Waits until nothing is left to exchange, then for the line to be quiet. */
  async settle(): Promise<void> {
    await this.until(async () => {
      const { phase, pending } = await this.device.remote.state();
      return phase === 'upToDate' && pending === 0;
    });
    await pause(QUIET_MS);
  }

  /** Waits until something is true. */
  async until(isTrue: () => Promise<boolean>): Promise<void> {
    const started = performance.now();
    while (!(await isTrue())) {
      if (performance.now() - started > LONGEST_MS) throw new Error('the exchange does not come to an end');
      await pause(100);
    }
  }

  async close(): Promise<void> {
    await this.device.close();
    await this.#proxy.close();
  }
}
