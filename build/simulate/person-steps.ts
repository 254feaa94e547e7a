import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import type { BookStore } from '../../src-renderer/data/book-store.ts';
import { wishCheck } from '../../src-renderer/sync/check-runner.ts';
import type { SimulatedComputer } from './computer.ts';
import type { Cooperative } from './cooperative.ts';
import type { Place } from './place.ts';
import { begin, memberComputer, pickWindow } from './place.ts';

/** What a full disk or another window's write is no fault of. */
const FORGIVEN = ['store.full', 'store.writeFailed'];

export function work(place: Place, computer: SimulatedComputer): void {
  const { world, cooperative, story } = place;
  const { actor, store } = pickWindow(place, computer);
  if (store === undefined) return;
  const who = computer.account.role === 'member' ? cooperative.member : cooperative.coordinator;
  story.tell(actor.name, `${computer.account.displayName} works`);
  begin(
    place,
    world.begin(actor, () => who.act(store)),
  );
}

/** The record that a newer Sillon wrote: it has a member that this one does not know. */
export function workOnCustomer(place: Place, computer: SimulatedComputer): void {
  const { world, cooperative, story } = place;
  const { actor, store } = pickWindow(place, memberComputer(place, computer));
  if (store === undefined) return;
  story.tell(actor.name, 'the customer is edited');
  begin(
    place,
    world.begin(actor, () => editCustomer(store, cooperative, `phone ${String(world.random.integer(1, 1e9))}`)),
  );
}

async function editCustomer(store: BookStore, { typed }: Cooperative, phone: string): Promise<void> {
  const [customer] = store.book.list('customer');
  if (customer === undefined || !isOfType(customer, 'customer')) return;
  const after: AnyRecord = reviseRecord(store.parts.context, customer, { body: { ...customer.body, phone } });
  const done = await store.write('customerSaved', [{ before: customer, after }]);
  if (done.ok) typed.note(customer, after);
  else if (!FORGIVEN.includes(done.error.code)) throw new Error(done.error.message);
}

/** At once, or once the window has had so many more turns. */
export function exchangeNow(place: Place, computer: SimulatedComputer, turns = 0): void {
  const { world, story } = place;
  const { actor, engine } = pickWindow(place, computer);
  if (engine === undefined) return;
  story.tell(actor.name, 'is told to exchange now');
  const ask = (): void => {
    world.afterFor(actor, 0, () => {
      engine.syncNow();
    });
  };
  if (turns === 0) ask();
  else actor.afterTasks(turns, ask);
}

/** Asks for a comparison with the server, in any window. */
export function wishForCheck(place: Place, computer: SimulatedComputer): void {
  const { actor, store } = pickWindow(place, computer);
  if (store === undefined) return;
  place.story.tell(actor.name, 'asks for a comparison with the server');
  // On a full disk the wish is lost, and the person told.
  void place.world.begin(actor, () => wishCheck(store).catch(() => undefined));
}

/** What an older Sillon wrote: the server's rules refuse it. */
export function writeWhatIsRefused(place: Place, computer: SimulatedComputer): void {
  const { world, cooperative, story } = place;
  const { actor, store } = pickWindow(place, memberComputer(place, computer));
  const good = store?.book.list('customer')[0];
  const { book } = store?.parts.collections ?? {};
  if (good === undefined || book === undefined) return;
  const id = `customer:REFUSED${String(cooperative.refused.size)}`;
  cooperative.refused.add(id);
  story.tell(actor.name, `${id} is written, which the server refuses`);
  const bad: AnyRecord = {
    ...good,
    id,
    rev: '',
    isPending: true,
    date: '2026-12-31',
    body: { ...good.body, kind: 'none' },
  };
  void world.begin(actor, () => book.bulkInsert([bad]).catch(() => undefined));
}
