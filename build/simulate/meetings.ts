import type { Deed } from '../../src-renderer/sync/testing/member-work.test-support.ts';
import { cutLine, mendLine } from './computer-steps.ts';
import type { SimulatedComputer } from './computer.ts';
import type { Place } from './place.ts';
import { begin, memberComputer } from './place.ts';

/** What the computers of the member do with one record at the same time. */
const MEETINGS: readonly (readonly [Deed, Deed])[] = [
  ['label', 'label'],
  ['date', 'date'],
  ['amount', 'amount'],
  ['amount', 'rate'],
  ['void', 'label'],
  ['issue', 'issue'],
];
/** The deeds of somebody who cannot make up their mind. */
const RETOUCHES: readonly Deed[] = ['label', 'label', 'date', 'amount', 'rate', 'new'];
const MOST_RETOUCHES = 4;
const QUICK_MS = 300;
const OFFLINE_PERCENT = 40;
const OFFLINE_MS = 3_000;

/** Both computers of the member do something with one record, sometimes without a line, and before either hears of the other. */
export async function meet(place: Place): Promise<void> {
  const { world, cooperative } = place;
  const [first, second] = world.random.pick(MEETINGS);
  const deeds = world.random.chance(50) ? [first, second] : [second, first];
  const isOffline = world.random.chance(OFFLINE_PERCENT);
  for (const [index, computer] of cooperative.memberComputers.entries()) {
    if (isOffline) cutLine(place, computer);
    touch(place, computer, deeds[index] ?? first);
  }
  for (const computer of isOffline ? cooperative.memberComputers : []) {
    await world.sleep(world.random.integer(0, OFFLINE_MS));
    mendLine(place, computer);
  }
}

/** The newest entry is changed again and again, and each time others hear of it. */
export async function retouch(place: Place, where: SimulatedComputer): Promise<void> {
  const { random } = place.world;
  const computer = memberComputer(place, where);
  for (let left = random.integer(2, MOST_RETOUCHES); left > 0; left -= 1) {
    touch(place, computer, random.pick(RETOUCHES));
    await place.world.sleep(random.integer(0, QUICK_MS));
  }
}

/** What the member does with the newest record, in a window that is open. */
export function touch(place: Place, computer: SimulatedComputer, deed: Deed): void {
  const { world, cooperative, story } = place;
  const window = [...computer.windows].find(({ store }) => store !== undefined);
  const { actor, store } = window ?? {};
  if (actor === undefined || store === undefined) return;
  story.tell(actor.name, `${computer.account.displayName} and the newest record: ${deed}`);
  begin(
    place,
    world.begin(actor, () => cooperative.member.meet(store, deed)),
  );
}
