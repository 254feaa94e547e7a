import type { DemoRandom } from '../../../shared/demo/demo-random.ts';
import type { AppError, ErrorCode } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import type { RecordChange } from '../../../shared/records/write-record.ts';
import { createRecord, reviseRecord } from '../../../shared/records/write-record.ts';
import { taxIncludedIn } from '../../../shared/money/rate.ts';
import { addDays } from '../../../shared/time/plain-date.ts';
import { makeInvoice } from '../../../sync-server/testing/test-records.ts';
import { planTaking, settleConflict } from '../../data/commands/device/settle-conflict.ts';
import { readKeptVersion } from '../../data/conflicts/conflict-copy.ts';
import type { BookStore } from '../../data/book-store.ts';
import type { RecordWrite } from '../../data/storage-access.ts';
import type { TypedValues } from './typed-values.ts';

/** So few that the devices meet on them. */
const RECORDS_AT_WORK = 3;

const EDITED_FIELDS = ['label', 'note', 'noNote', 'amount', 'counterparty', 'date'] as const;
type EditedField = (typeof EDITED_FIELDS)[number] | 'rate';
const RATES = [0, 55_000, 100_000, 200_000];

/** What a device may do with the newest record while another does something with it. */
export type Deed = 'new' | 'label' | 'amount' | 'rate' | 'date' | 'void' | 'issue';

/** What makes the work of one test differ from another's. */
export interface MemberWorkOptions {
  /** Issues a draft; by itself the work writes what the command would, under a number of its own. */
  readonly issue?: (store: BookStore, draft: RecordOf<'invoice'>) => Promise<Result<AnyRecord>>;
  /** Errors of a write that are no fault: a disk that is full. */
  readonly forgives?: readonly ErrorCode[];
}

/** What a member does with their book on one device or another, by chance; every value is typed only once. */
export class MemberWork {
  readonly issued: AnyRecord[] = [];
  readonly #random: DemoRandom;
  readonly #typed: TypedValues;
  readonly #options: MemberWorkOptions;
  #values = 0;

  constructor(random: DemoRandom, typed: TypedValues, options: MemberWorkOptions = {}) {
    this.#random = random;
    this.#typed = typed;
    this.#options = options;
  }

  /** A few records for both devices to meet on. */
  async begin(store: BookStore): Promise<void> {
    for (let count = 0; count < 3; count += 1) await this.#createEntry(store);
    await this.#createInvoice(store);
  }

  /** One thing a member does: mostly an edit of one of the last records. */
  async act(store: BookStore): Promise<void> {
    const { book } = store;
    const copies = book.list('conflictCopy').filter(({ status }) => status === 'open');
    const deed = this.#random.integer(1, 100);
    // What the other device began with has not come yet.
    if (book.list('ledgerEntry').length === 0 || book.list('invoice').length === 0) return this.#createEntry(store);
    if (deed <= 4) await this.#createEntry(store);
    else if (deed <= 10) await this.#createInvoice(store);
    else if (deed <= 55) await this.#editEntry(store, this.#pickLast(book.list('ledgerEntry')));
    else if (deed <= 60) await this.#voidOrRestore(store, this.#pickLast(book.list('ledgerEntry')));
    else if (deed <= 92) await this.#workOnInvoice(store, this.#pickLast(book.list('invoice')));
    else if (copies.length > 0) await this.#settle(store, this.#random.pick(copies));
  }

  /** What devices do at the same time, each of them on the newest record of its kind. */
  async meet(store: BookStore, deed: Deed): Promise<void> {
    const entry = store.book.list('ledgerEntry').at(-1);
    const draft = store.book
      .list('invoice')
      .filter(({ status }) => status === 'draft')
      .at(-1);
    if (deed === 'issue') {
      if (draft !== undefined) await this.#issue(store, draft);
    } else if (deed === 'new') await this.#createEntry(store);
    else if (entry !== undefined) {
      if (deed === 'void' || entry.status !== 'active') await this.#voidOrRestore(store, entry);
      else await this.#editEntry(store, entry, deed);
    }
  }

  async #createEntry(store: BookStore): Promise<void> {
    const { context, account } = store.parts;
    const body = { category: 'sale' as const, currency: 'EUR', vatRatePpm: 0, vatCents: 0 };
    const after = createRecord(context, {
      type: 'ledgerEntry',
      activityId: account.activityId ?? '',
      date: this.#newDate(),
      status: 'active',
      body: { ...body, label: this.#newText(), amountCents: this.#newValue() },
    });
    await this.#write(store, undefined, after);
  }

  async #createInvoice(store: BookStore): Promise<void> {
    const { context, account } = store.parts;
    const { body, date, status, type } = makeInvoice(account.account, account.activityId ?? '', 'draft');
    const fields = { type, date, status, activityId: account.activityId ?? '' };
    const after = createRecord(context, { ...fields, body: { ...body, subject: this.#newText() } });
    await this.#write(store, undefined, after);
  }

  async #editEntry(
    store: BookStore,
    entry: RecordOf<'ledgerEntry'>,
    field: EditedField = this.#random.pick(EDITED_FIELDS),
  ): Promise<void> {
    if (entry.status !== 'active') return this.#voidOrRestore(store, entry);
    const { note, ...withoutNote } = entry.body;
    const changes: Record<EditedField, () => RecordChange<typeof entry>> = {
      label: () => ({ body: { ...entry.body, label: this.#newText() } }),
      note: () => ({ body: { ...entry.body, note: this.#newText() } }),
      noNote: () => ({ body: withoutNote }),
      amount: () => {
        const amountCents = 100 * this.#newValue();
        const vatCents = taxIncludedIn(amountCents, entry.body.vatRatePpm);
        return { body: { ...entry.body, amountCents, vatCents } };
      },
      rate: () => {
        const vatRatePpm = this.#random.pick(RATES);
        const vatCents = taxIncludedIn(entry.body.amountCents, vatRatePpm);
        return { body: { ...entry.body, vatRatePpm, vatCents } };
      },
      counterparty: () => ({ body: { ...entry.body, counterparty: this.#newText() } }),
      date: () => ({ date: this.#newDate() }),
    };
    await this.#write(store, entry, reviseRecord(store.parts.context, entry, changes[field]()));
  }

  async #voidOrRestore(store: BookStore, entry: RecordOf<'ledgerEntry'>): Promise<void> {
    const status = entry.status === 'active' ? 'voided' : 'active';
    await this.#write(store, entry, reviseRecord(store.parts.context, entry, { status }));
  }

  /** Edits a draft or issues it under a number of the device's own series. */
  async #workOnInvoice(store: BookStore, draft: RecordOf<'invoice'>): Promise<void> {
    if (draft.status !== 'draft') return;
    if (this.#random.chance(60)) {
      const body = { ...draft.body, subject: this.#newText() };
      await this.#write(store, draft, reviseRecord(store.parts.context, draft, { body }));
    } else await this.#issue(store, draft);
  }

  async #issue(store: BookStore, draft: RecordOf<'invoice'>): Promise<void> {
    const { context, account } = store.parts;
    const { issue } = this.#options;
    if (issue !== undefined) {
      const done = await issue(store, draft);
      if (done.ok) this.#noteIssued(draft, done.value);
      else this.#forgive(done.error);
      return;
    }
    const { body } = makeInvoice(account.account, draft.activityId, 'issued');
    const series = `F-${account.device.prefix}-2026`;
    const sequence = this.#newValue();
    const number = `${series}-${String(sequence).padStart(4, '0')}`;
    const numbered = { ...body, subject: draft.body.subject, series, sequence, number };
    const after = reviseRecord(context, draft, { status: 'issued', body: numbered });
    if (await this.#write(store, draft, after)) this.issued.push(after);
  }

  #noteIssued(draft: AnyRecord, issued: AnyRecord): void {
    this.#typed.note(draft, issued);
    this.issued.push(issued);
  }

  async #settle(store: BookStore, copy: RecordOf<'conflictCopy'>): Promise<void> {
    const choice = this.#random.pick(['keep', 'take'] as const);
    const before = store.find(copy.body.recordId);
    const kept = readKeptVersion(copy);
    // Something that was lost may not have come again yet.
    if (before === undefined && this.#options.forgives?.includes('record.notFound') === true) return;
    if (before === undefined || kept === undefined) throw new Error(`${copy.id} is a copy of nothing`);
    const taking = planTaking(before, kept, copy.body.fields);
    const done = await settleConflict(store, copy, choice);
    // An invoice issued meanwhile takes no other version any more.
    if (done.ok && choice === 'take' && taking.ok) this.#typed.note(before, { ...before, ...taking.value });
  }

  #pickLast<T>(records: readonly T[]): T {
    return this.#random.pick(records.slice(-RECORDS_AT_WORK));
  }

  /** False when the exchange changed the record just before; nothing was written then. */
  async #write(store: BookStore, before: AnyRecord | undefined, after: AnyRecord): Promise<boolean> {
    const write: RecordWrite = { before, after };
    const done = await store.write('entryChanged', [write]);
    if (done.ok) this.#typed.note(before, after);
    else this.#forgive(done.error);
    return done.ok;
  }

  #forgive({ code, message, details }: AppError): void {
    if (details?.['changedElsewhere'] === true || this.#options.forgives?.includes(code) === true) return;
    throw new Error(`${code}: ${message}`);
  }

  #newValue(): number {
    this.#values += 1;
    return this.#values;
  }

  #newText(): string {
    return `text ${String(this.#newValue())}`;
  }

  #newDate(): string {
    return addDays('2026-01-01', this.#newValue());
  }
}
