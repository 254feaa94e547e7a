import type { Chances } from './chances.ts';
import { pickByWeight } from './chances.ts';
import { closeWindow, cutLine, fillDisk, killComputer, killWindow, mendLine, setClock } from './computer-steps.ts';
import type { SimulatedComputer } from './computer.ts';
import { retouch, touch } from './meetings.ts';
import { exchangeNow, wishForCheck } from './person-steps.ts';
import type { Place, Step } from './place.ts';
import { killServer } from './server-steps.ts';

const TROUBLES: Chances<Step> = [
  [5, fillDisk],
  [4, killWindow],
  [4, wishForCheck],
  [3, loseLineForAMoment],
  [3, dieOverNews],
  [2, exchangeNow],
  [1, closeWindow],
  [1, killComputer],
  [1, setClock],
  [1, killServer],
];
const SOON_MS = 300;
const MOMENT_MS = 2_000;
/** As many turns of a window as it takes to bring something and store it. */
const TURNS_OF_A_PULL = 150;

/** While something is still being done on a computer, something else happens to it. */
export async function trouble(place: Place, computer: SimulatedComputer): Promise<void> {
  const { world } = place;
  await world.sleep(world.random.integer(0, SOON_MS));
  await pickByWeight(world.random, TROUBLES)(place, computer);
}

/** Somebody writes something new and goes on with it; a window of this computer dies while that comes. */
async function dieOverNews(place: Place, computer: SimulatedComputer): Promise<void> {
  const { world, cooperative } = place;
  const writer = world.random.pick(cooperative.memberComputers.filter((one) => one !== computer));
  touch(place, writer, 'new');
  killWindow(place, computer, TURNS_OF_A_PULL);
  await world.sleep(world.random.integer(0, MOMENT_MS));
  await retouch(place, writer);
}

async function loseLineForAMoment(place: Place, computer: SimulatedComputer): Promise<void> {
  cutLine(place, computer);
  await place.world.sleep(place.world.random.integer(0, MOMENT_MS));
  mendLine(place, computer);
}
