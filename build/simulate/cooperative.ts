import { seedRandom } from '../../shared/demo/demo-random.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { Result } from '../../shared/core/result.ts';
import { ulid } from 'ulid';
import type { BookStore } from '../../src-renderer/data/book-store.ts';
import { readCooperative } from '../../src-renderer/data/read-cooperative.ts';
import { issueInvoice } from '../../src-renderer/data/commands/billing/issue-invoice.ts';
import { MemberWork } from '../../src-renderer/sync/testing/member-work.test-support.ts';
import { TypedValues } from '../../src-renderer/sync/testing/typed-values.ts';
import { SimulatedComputer } from './computer.ts';
import { CoordinatorWork } from './coordinator-work.ts';
import { firstRecords } from './first-records.ts';
import { Line } from './line.ts';
import { ACTIVITY, BOOK, COORDINATOR, memberAccount, SERVER_ADMIN, userOf } from './people.ts';
import { SimulatedServer } from './server.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** Before every clock of the simulation, so that no number's day is in anybody's future. */
const ISSUE_DATE = '2026-03-10';

/** More than a browser has connections for, were each of them to listen for itself. */
const MANY_WINDOWS = 5;
const MANY_WINDOWS_PERCENT = 5;

/** A cooperative of one member with two computers, a coordinator, and the server. */
export class Cooperative {
  readonly typed = new TypedValues();
  readonly member: MemberWork;
  readonly coordinator: CoordinatorWork;
  readonly server: SimulatedServer;
  readonly computers: readonly SimulatedComputer[];
  /** Whether the member opens many windows on the desk from the beginning. */
  readonly #hasManyWindows: boolean;
  /** Records that a disk lost: only a comparison with the server brings them again. */
  readonly lostOnDisk = new Set<string>();
  /** Records that a server was made to refuse: they wait where they were written. */
  readonly refused = new Set<string>();
  /** Every invoice that was seen issued, as it was then. */
  readonly finals = new Map<string, object>();
  readonly #world: World;

  constructor(world: World, seed: string, story: Story) {
    this.#world = world;
    this.#hasManyWindows = world.random.chance(MANY_WINDOWS_PERCENT);
    this.member = new MemberWork(seedRandom(`${seed} member`), this.typed, {
      issue: issueOnce,
      forgives: [
        'store.full',
        'store.writeFailed',
        'record.final',
        'record.notFound',
        'billing.sellerMissing',
        'billing.customerMissing',
      ],
    });
    this.coordinator = new CoordinatorWork(seedRandom(`${seed} coordinator`), this.typed);
    this.server = new SimulatedServer(world, (line) => {
      story.tell('server', line);
    });
    const people = [
      ['desk', memberAccount('desk', 'AA1')],
      ['phone', memberAccount('phone', 'BB1')],
      ['office', COORDINATOR],
    ] as const;
    this.computers = people.map(([name, account]) => {
      const line = new Line(world, this.server, story, name, userOf(account));
      return new SimulatedComputer(world, name, account, line);
    });
  }

  get memberComputers(): readonly SimulatedComputer[] {
    return this.computers.filter(({ account }) => account.role === 'member');
  }

  /** The server with its first records, every computer with a window, and a few entries to meet on. */
  async begin(): Promise<void> {
    await this.server.start([ACTIVITY]);
    const { commons, book } = firstRecords(ulid);
    await this.#seed('commons', commons);
    await this.#seed(BOOK, book);
    for (const computer of this.computers) computer.open();
    const [desk] = this.computers;
    for (let more = 1; this.#hasManyWindows && more < MANY_WINDOWS; more += 1) desk?.open();
    await this.#until(() => [...(desk?.windows ?? [])].some(({ store }) => store !== undefined && isReady(store)));
    const [window] = desk?.windows ?? [];
    if (window?.store === undefined) throw new Error('the desk has no window');
    const { store } = window;
    await this.#world.begin(window.actor, () => this.member.begin(store));
  }

  async #seed(db: string, docs: readonly object[]): Promise<void> {
    const answer = await this.server.ask({
      method: 'POST',
      path: `/${db}/_bulk_docs`,
      body: JSON.stringify({ docs }),
      user: SERVER_ADMIN,
    });
    if (answer === undefined || !/^\[.*\]\s*$/s.test(answer.text) || answer.text.includes('"error"')) {
      throw new Error(`the first records were refused: ${answer?.text ?? 'no answer'}`);
    }
  }

  async #until(isTrue: () => boolean): Promise<void> {
    for (let tries = 0; !isTrue(); tries += 1) {
      if (tries > 600) throw new Error('the beginning never came');
      await this.#world.sleep(100);
    }
  }
}

function isReady(store: BookStore): boolean {
  return (
    store.book.isComplete && store.book.list('activitySettings').length > 0 && readCooperative(store) !== undefined
  );
}

function issueOnce(store: BookStore, draft: RecordOf<'invoice'>): Promise<Result<AnyRecord>> {
  return issueInvoice(store, draft.id, ISSUE_DATE, draft.edits[0]);
}
