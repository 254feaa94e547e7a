import type { Chances } from './chances.ts';
import { pickByWeight } from './chances.ts';
import { cutLine, mendLine, openWindow, setClock } from './computer-steps.ts';
import type { SimulatedComputer } from './computer.ts';
import { retouch, touch } from './meetings.ts';
import { exchangeNow, work } from './person-steps.ts';
import type { Place, Step } from './place.ts';

/** What people do with a computer without a line, and what meanwhile others do. */
const AWAY: Chances<Step> = [
  [4, writeNewest],
  [2, writeAndSend],
  [2, setClock],
  [3, restart],
  [2, othersWork],
];
const MOST_AWAY = 6;
const QUICK_MS = 600;
/** A request is on its way for about as long. */
const REQUEST_MS = 300;
const OPENED_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 50;
/** As many turns of a window as it takes to write something. */
const TURNS_OF_A_WRITE = 60;

/** A computer loses its line while something is sent; on the way it is used, restarted, its clock set; then the line is back. */
export async function travel(place: Place, computer: SimulatedComputer): Promise<void> {
  const { world } = place;
  await writeNewest(place, computer);
  await world.sleep(world.random.integer(0, REQUEST_MS));
  cutLine(place, computer);
  for (let left = world.random.integer(2, MOST_AWAY); left > 0; left -= 1) {
    await pickByWeight(world.random, AWAY)(place, computer);
    await world.sleep(world.random.integer(0, QUICK_MS));
  }
  mendLine(place, computer);
  if (world.random.chance(50)) await othersWork(place, computer);
}

/** Writes and asks for an exchange in the same breath. */
export async function writeAndSend(place: Place, computer: SimulatedComputer): Promise<void> {
  await writeNewest(place, computer);
  exchangeNow(place, computer, place.world.random.integer(1, TURNS_OF_A_WRITE));
}

async function writeNewest(place: Place, computer: SimulatedComputer): Promise<void> {
  await untilOpen(place, computer);
  if (computer.account.role === 'member') touch(place, computer, place.world.random.pick(['label', 'label', 'date']));
  else work(place, computer);
}

async function othersWork(place: Place, computer: SimulatedComputer): Promise<void> {
  const other = place.world.random.pick(place.cooperative.computers.filter((one) => one !== computer));
  await retouch(place, other);
}

/** Closed by hand or by a lost battery, and opened again. */
async function restart(place: Place, computer: SimulatedComputer): Promise<void> {
  const { world, story } = place;
  const isClosed = world.random.chance(50);
  for (const window of [...computer.windows]) {
    story.tell(window.actor.name, isClosed ? 'is closed' : 'is gone');
    if (isClosed) computer.close(window);
    else window.actor.die();
  }
  openWindow(place, computer);
  await untilOpen(place, computer);
}

async function untilOpen({ world }: Place, { windows }: SimulatedComputer): Promise<void> {
  const isOpen = (): boolean =>
    [...windows].some(({ store }) => store?.writtenImages.every((image) => image.isComplete));
  for (let waited = 0; !isOpen() && waited < OPENED_WITHIN_MS; waited += LOOK_EVERY_MS)
    await world.sleep(LOOK_EVERY_MS);
}
