import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import type { BookStore } from '../../src-renderer/data/book-store.ts';
import { wishCheck } from '../../src-renderer/sync/check-runner.ts';
import type { Cooperative } from './cooperative.ts';
import type { Place } from './place.ts';
import { begin, pickComputer, pickMemberComputer, pickWindow } from './place.ts';

/** What a full disk or another window's write is no fault of. */
const FORGIVEN = ['store.full', 'store.writeFailed'];

export function work(place: Place): void {
  const { world, cooperative, story } = place;
  const computer = pickComputer(place);
  const { actor, store } = pickWindow(place, computer);
  if (store === undefined) return;
  const who = computer.account.role === 'member' ? cooperative.member : cooperative.coordinator;
  story.tell(actor.name, `${computer.account.displayName} works`);
  begin(
    place,
    world.begin(actor, () => who.act(store)),
  );
}

/** What both computers of the member do with one record at the same time. */
const MEETINGS = [
  ['label', 'label'],
  ['date', 'date'],
  ['amount', 'amount'],
  ['void', 'label'],
  ['issue', 'issue'],
] as const;

export function meet(place: Place): void {
  const { world, cooperative, story } = place;
  const deeds = world.random.pick(MEETINGS);
  for (const [index, computer] of cooperative.memberComputers.entries()) {
    const [window] = computer.windows;
    const { actor, store } = window ?? {};
    const deed = deeds[index];
    if (actor === undefined || store === undefined || deed === undefined) continue;
    story.tell(actor.name, `${computer.account.displayName}, on all computers at once: ${deed}`);
    begin(
      place,
      world.begin(actor, () => cooperative.member.meet(store, deed)),
    );
  }
}

/** The record that a newer Sillon wrote: it has a member that this one does not know. */
export function workOnCustomer(place: Place): void {
  const { world, cooperative, story } = place;
  const { actor, store } = pickWindow(place, pickMemberComputer(place));
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

export function exchangeNow(place: Place): void {
  const { world, story } = place;
  const { actor, engine } = pickWindow(place, pickComputer(place));
  if (engine === undefined) return;
  story.tell(actor.name, 'is told to exchange now');
  world.afterFor(actor, 0, () => {
    engine.syncNow();
  });
}

/** Asks for a comparison with the server, in any window of the member. */
export function wishForCheck(place: Place): void {
  const { actor, store } = pickWindow(place, pickMemberComputer(place));
  if (store === undefined) return;
  place.story.tell(actor.name, 'asks for a comparison with the server');
  // On a full disk the wish is lost, and the person told.
  void place.world.begin(actor, () => wishCheck(store).catch(() => undefined));
}

/** What an older Sillon wrote: the server's rules refuse it. */
export function writeWhatIsRefused(place: Place): void {
  const { world, cooperative, story } = place;
  const { actor, store } = pickWindow(place, pickMemberComputer(place));
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
