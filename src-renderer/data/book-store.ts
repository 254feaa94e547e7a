import type { RxDatabase } from 'rxdb';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { isMoment } from '../../shared/records/check-moments.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { notUnderstood } from '../../shared/records/understood.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { publishRules } from '../../shared/cooperative/published-rules.ts';
import { checkWrite } from '../../shared/record-rules/check-write.ts';
import { collectionOf } from './collection-of.ts';
import { hashBytes } from './hash.ts';
import type { DeviceFacts } from './device-facts.ts';
import { planUndo } from './invert-write.ts';
import type { StoreCollections } from './open-database.ts';
import type { RecordImage } from './record-image.ts';
import type { RecordCollection, RecordWrite } from './storage-access.ts';
import { readByIds, writeRecords, writeUnchanged } from './storage-access.ts';
import type { UndoLabel } from './undo-stack.ts';
import { UndoStack } from './undo-stack.ts';

/** Everything the application holds for the person who is signed in. */
export interface StoreParts {
  readonly account: AccountInfo;
  readonly database: RxDatabase;
  /** What the exchange still has to write waits for the next start. */
  readonly endExchange: () => void;
  readonly collections: StoreCollections;
  readonly images: Readonly<Partial<Record<DatabaseName, RecordImage>>>;
  readonly facts: DeviceFacts;
  readonly context: WriteContext;
  /** False when a newer Sillon wrote this store: it may be read, not written. */
  readonly isWritable: boolean;
}

/** The person's store with its one write path: check → write in one transaction → undo entry. */
export class BookStore {
  readonly parts: StoreParts;
  /** What this window may take back. */
  readonly undoStack = new UndoStack();
  #undoing: Promise<unknown> = Promise.resolve();

  constructor(parts: StoreParts) {
    this.parts = parts;
  }

  /** The image of the member's own book. */
  get book(): RecordImage {
    return this.image('book');
  }

  /** The image of what is personal: a member's own, or everybody's for the support team. */
  get personal(): RecordImage {
    return this.image(this.parts.account.role === 'member' ? 'person' : 'office');
  }

  /** The images of what this account writes: a member's book, or the copies of books, the commons and what is personal. */
  get writtenImages(): readonly RecordImage[] {
    const { book, network, commons, office } = this.parts.images;
    if (this.parts.account.role === 'member') return book === undefined ? [] : [book];
    return [network, commons, office].filter((image) => image !== undefined);
  }

  /** A record this account may write, wherever it stands. */
  find(id: string): AnyRecord | undefined {
    return this.writtenImages.map((image) => image.get(id)).find((record) => record !== undefined);
  }

  /**
   * Whether figures of a book may lack something on this device: it, or the settings of the cooperative, hold what only a
   * newer Sillon understands.
   */
  isIncomplete(activityId: string): boolean {
    const { book, network, commons } = this.parts.images;
    const isConcerned = (record: AnyRecord): boolean => record.activityId === activityId;
    return (
      (commons?.notUnderstood.length ?? 0) > 0 ||
      [book, network].some((image) => image?.notUnderstood.some(isConcerned))
    );
  }

  image(name: DatabaseName): RecordImage {
    const image = this.parts.images[name];
    if (image === undefined) throw new Error(`this account has no ${name}`);
    return image;
  }

  /**
   * Writes records, all or none: a member's to their book, the support team's to the network's copy of a book (the exchange
   * carries them to the book itself) or to the commons. `label` names what was done, and the undo.
   * Errors: those of the record checks, `store.newerSchema`, `store.full`, `store.writeFailed`. On an error nothing changed.
   */
  async write(label: UndoLabel, writes: readonly RecordWrite[]): Promise<Result<void>> {
    const done = await this.#write(writes);
    if (done.ok) this.undoStack.remember(label, writes);
    return done;
  }

  /**
   * Writes many records that have nothing to do with each other: one transaction and one undo entry for all that may be
   * written, and for every other one why not, by its id. `label` and errors as for {@link write}.
   */
  async writeEach(label: UndoLabel, writes: readonly RecordWrite[]): Promise<ReadonlyMap<string, AppError>> {
    const refused = new Map<string, AppError>();
    for (const write of writes) {
      const check = this.#check(write);
      if (!check.ok) refused.set(write.after.id, check.error);
    }
    const sound = writes.filter(({ after }) => !refused.has(after.id));
    if (sound.length === 0) return refused;
    for (const [id, error] of await writeUnchanged(this.#collectionOf(sound), sound)) refused.set(id, error);
    const written = sound.filter(({ after }) => !refused.has(after.id));
    if (written.length > 0) this.undoStack.remember(label, written);
    return refused;
  }

  /**
   * Gives a stored record a fresh edit and nothing else, so that it is sent again; one that no server has, made under a clock
   * that no server believes, is made now. Errors: `record.unknownType` and `record.tooNew` (it is not for this version to
   * edit), those of the store.
   */
  async offer(before: AnyRecord): Promise<Result<void>> {
    if (!this.parts.isWritable) return fail(newerSchema());
    const tooNew = notUnderstood(before);
    if (tooNew !== undefined) return fail(tooNew);
    const { context } = this.parts;
    const isMadeNow = before.rev === '' && !isMoment(before.createdAt);
    const made = isMadeNow ? { ...before, createdAt: context.clock() } : before;
    const writes = [{ before, after: reviseRecord(context, made, {}) }];
    const done = await writeRecords(this.#collectionOf(writes), writes);
    if (done.ok) this.undoStack.forget([before.id]);
    return done;
  }

  /**
   * Takes back the last write of this window; returns its label. Asked again meanwhile it takes back the one before, after
   * that. A record changed since by someone else is left alone, and that write is not offered again: it would stand before
   * all earlier ones for ever. Errors: `record.notFound` when there is nothing to take back, those of {@link write}.
   */
  undo(): Promise<Result<UndoLabel>> {
    const mine = this.#undoing.then(() => this.#undoLast());
    this.#undoing = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    for (const image of Object.values(this.parts.images)) image.close();
    this.parts.endExchange();
    await this.parts.database.close();
  }

  async #undoLast(): Promise<Result<UndoLabel>> {
    const { undoStack } = this;
    const entry = undoStack.last;
    if (entry === undefined) return fail(appError('record.notFound', 'nothing to take back'));
    const ids = entry.writes.map(({ after }) => after.id);
    const stored = await readByIds(this.#collectionOf(entry.writes), ids);
    const inverse = planUndo(this.parts.context, entry.writes, stored);
    if (inverse === undefined) {
      undoStack.drop(entry);
      return fail(appError('store.writeFailed', 'the record changed since', { changedElsewhere: true }));
    }
    const done = await this.#write(inverse);
    if (!done.ok) return done;
    undoStack.takenBack(entry, inverse);
    return ok(entry.label);
  }

  async #write(writes: readonly RecordWrite[]): Promise<Result<void>> {
    for (const write of writes) {
      const check = this.#check(write);
      if (!check.ok) return check;
    }
    return writeRecords(this.#collectionOf(writes), writes);
  }

  #check({ before, after }: RecordWrite): Result<unknown> {
    if (!this.parts.isWritable) return fail(newerSchema());
    const { account } = this.parts;
    const writer = {
      name: account.account,
      roles: [account.role === 'supportTeam' ? SUPPORT_TEAM_ROLE : MEMBER_ROLE],
    };
    const { commons } = this.parts.images;
    const published = publishRules((type) => commons?.list(type) ?? []);
    const isIncomplete = this.isIncomplete(after.activityId);
    return checkWrite({ before, after, writer, published, hash: hashBytes, isIncomplete }, 'device');
  }

  #collectionOf(writes: readonly RecordWrite[]): RecordCollection {
    return collectionOf(this.parts.account, this.parts.collections, writes);
  }
}

function newerSchema(): AppError {
  return appError('store.newerSchema', 'a newer Sillon wrote this store');
}
