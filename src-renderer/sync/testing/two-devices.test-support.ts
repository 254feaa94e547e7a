import { setTimeout as pause } from 'node:timers/promises';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import { seedRandom } from '../../../shared/demo/demo-random.ts';
import { TestDevice } from '../../../sync-server/testing/test-device.ts';
import { until } from '../../data/testing/fresh-store.ts';
import { BadLine } from './bad-line.test-support.ts';
import { MemberWork } from './member-work.test-support.ts';
import type { EnrollingServer } from './open-member.test-support.ts';
import { SyncDevice } from './sync-device.ts';
import { TypedValues } from './typed-values.ts';

const PASSWORD = 'champ de lin bleu';
const DAY_MS = 86_400_000;
const FAULT_PERCENT = 35;

interface Side {
  device: SyncDevice;
  readonly line: BadLine;
}

/** Two devices of one member at work on one book, over lines and with clocks that cannot be trusted. */
export class TwoDevices {
  readonly typed = new TypedValues();
  readonly work: MemberWork;
  /** Plain client of the first device's session, to read what the server holds. */
  readonly client: TestDevice;
  readonly #random;
  readonly #sides: readonly Side[];

  private constructor(seed: string, client: TestDevice, sides: readonly Side[]) {
    this.#random = seedRandom(seed);
    this.work = new MemberWork(this.#random, this.typed);
    this.client = client;
    this.#sides = sides;
  }

  /** Enrols a member of that name and signs in on both devices. The same seed brings the same steps, not the same timing. */
  static async open(server: EnrollingServer, name: string, seed: string): Promise<TwoDevices> {
    const { code } = await server.enrol({ name, newActivity: `Atelier de ${name}` });
    const clients = [new TestDevice(server.url), new TestDevice(server.url)] as const;
    const [first, second] = clients;
    const redeemed = await first.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'first' });
    const signIn = { account: redeemed.account, password: PASSWORD, deviceName: 'second' };
    const accounts = [redeemed, await second.open('/api/session', signIn)];
    const sides: Side[] = [];
    for (const [index, client] of clients.entries()) {
      const account = accounts[index];
      if (account !== undefined) sides.push(await openSide(client, account, `${seed}-${String(index)}`));
    }
    const book = new TwoDevices(seed, first, sides);
    const [one] = book.devices;
    if (one !== undefined) await book.work.begin(one.store);
    for (const device of book.devices) {
      await until(
        () => device.store.book.list('ledgerEntry').length > 0 && device.store.book.list('invoice').length > 0,
      );
    }
    return book;
  }

  get devices(): readonly SyncDevice[] {
    return this.#sides.map(({ device }) => device);
  }

  /** Work on both devices while the lines break, are cut and mended, the clocks jump and a computer is started anew. */
  async disturb(steps: number): Promise<void> {
    const apart = this.#random.chance(40);
    for (const { line } of this.#sides) {
      line.worsen();
      if (apart) line.cut();
    }
    for (let step = 0; step < steps; step += 1) {
      await this.#step(this.#random.pick(this.#sides));
      await pause(this.#random.integer(0, 40));
    }
  }

  /** Nothing goes wrong any more, and every device is told so once, as by a browser that is online again. */
  heal(): void {
    for (const { device, line } of this.#sides) {
      line.heal();
      device.replication.syncNow();
    }
  }

  async #step(side: Side): Promise<void> {
    const event = this.#random.integer(1, 100);
    if (event <= 4) side.line.cut();
    else if (event <= 10) this.#mend(side);
    else if (event <= 13) await this.#restart(side);
    else await this.work.act(side.device.store);
  }

  async close(): Promise<void> {
    for (const device of this.devices) await device.close();
  }

  #mend({ device, line }: Side): void {
    line.mend();
    device.replication.syncNow();
  }

  /** What was not sent yet is only on the disk then. */
  async #restart(side: Side): Promise<void> {
    side.device = await side.device.reopen();
    side.device.start();
  }
}

/** The clock of each start is wrong by another number of days. */
async function openSide(client: TestDevice, account: AccountInfo, seed: string): Promise<Side> {
  const random = seedRandom(seed);
  const line = new BadLine(random, FAULT_PERCENT);
  let skewMs = random.integer(-9, 9) * DAY_MS;
  const clock = (): string => {
    if (random.chance(5)) skewMs = random.integer(-9, 9) * DAY_MS;
    return new Date(Date.now() + skewMs).toISOString();
  };
  const device = await SyncDevice.open(client, account, { clock, storeName: `simulation-${seed}` });
  device.fault = line.fault;
  device.start();
  return { device, line };
}
