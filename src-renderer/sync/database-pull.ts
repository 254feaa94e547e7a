import type { RecordImage } from '../data/record-image.ts';
import type { CouchHttp } from './couch-http.ts';
import type { OvertakenRecords } from './overtaken-records.ts';
import type { PassedOver } from './passed-over.ts';
import type { PatientLine } from './patient-line.ts';
import type { Checkpoint } from './pull-changes.ts';
import { pullChanges } from './pull-changes.ts';
import type { PushMemory } from './push-memory.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { generation } from './wire-record.ts';

/** Pulls that it may take to hand over what came besides. */
const MOST_ROUNDS = 5;

/** What a pull hands to RxDB. */
interface Pulled {
  readonly documents: ReplicatedRecord[];
  readonly checkpoint: Checkpoint;
}

export interface DatabasePullOptions {
  readonly http: CouchHttp;
  readonly memory: PushMemory;
  readonly line: PatientLine;
  readonly image: RecordImage;
  readonly overtaken: OvertakenRecords;
  readonly passed: PassedOver;
  /** Whether RxDB is pushing right now. */
  readonly isPushing: () => boolean;
  /** Called whenever a pull found nothing more pending. */
  readonly onPulled: () => void;
}

/** Brings what the feed of one database tells, and what the feed would never bring. */
export class DatabasePull {
  readonly #options: DatabasePullOptions;
  #sequence = '0';
  #besides: readonly ReplicatedRecord[] = [];
  #started = 0;
  #underWay = 0;

  constructor(options: DatabasePullOptions) {
    this.#options = options;
  }

  /** Where the last pull ended. */
  get sequence(): string {
    return this.#sequence;
  }

  /** How many pulls are over, whatever came of them. */
  get overCount(): number {
    return this.#started - this.#underWay;
  }

  /** Whether a pull ran at some time after only so many were over. */
  hasRunSince(overCount: number): boolean {
    return this.#started > overCount;
  }

  /** RxDB's pull handler. */
  readonly handle = async (checkpoint: Checkpoint | undefined, limit: number): Promise<Pulled> => {
    this.#started += 1;
    this.#underWay += 1;
    try {
      return await this.#options.line.attempt(() => this.#pull(checkpoint?.sequence ?? '0', limit));
    } finally {
      this.#underWay -= 1;
    }
  };

  /**
   * Hands records over with the pulls that `pull` makes happen, although the feed does not bring them. Each goes once: what the
   * feed brings of it meanwhile is at least as new.
   */
  async bringBesides(documents: readonly ReplicatedRecord[], pull: () => Promise<unknown>): Promise<void> {
    this.#besides = [...documents];
    for (let round = 0; round < MOST_ROUNDS && this.#besides.length > 0; round += 1) await pull();
    this.#besides = [];
  }

  async #pull(since: string, limit: number): Promise<Pulled> {
    const { http, memory } = this.#options;
    const { documents, checkpoint } = await pullChanges(http, memory, since, limit);
    const room = limit - 1 - documents.length;
    const brought = new Set(documents.map(({ id }) => id));
    if (room >= 0) {
      const found = await this.#findOvertaken(brought);
      const besides = this.#takeBesides(brought, room);
      documents.push(...besides, ...found.slice(0, room - besides.length));
      this.#options.onPulled();
    } else this.#dropOlder(brought);
    this.#options.passed.note(documents, this.#options.image);
    this.#sequence = checkpoint.sequence;
    return { documents, checkpoint };
  }

  /** As many as there is room for; the rest goes with the next pull. */
  #takeBesides(brought: ReadonlySet<string>, room: number): readonly ReplicatedRecord[] {
    this.#dropOlder(brought);
    const taken = this.#besides.slice(0, room);
    this.#besides = this.#besides.slice(room);
    return taken;
  }

  /** Of what the feed brought, and of what our own push wrote over, nothing older may come any more. */
  #dropOlder(brought: ReadonlySet<string>): void {
    const { memory } = this.#options;
    const isNewest = ({ id, rev }: ReplicatedRecord): boolean =>
      !brought.has(id) && generation(memory.revOf(id)) <= generation(rev);
    this.#besides = this.#besides.filter(isNewest);
  }

  async #findOvertaken(brought: ReadonlySet<string>): Promise<ReplicatedRecord[]> {
    const { http, image, isPushing, overtaken, passed } = this.#options;
    if (isPushing()) return [];
    const waiting = [...image.all()].filter(({ id, isPending }) => isPending && !brought.has(id));
    const again = (await passed.find(http)).filter(({ id }) => !brought.has(id));
    return [...again, ...(await overtaken.find(http, waiting))];
  }
}
