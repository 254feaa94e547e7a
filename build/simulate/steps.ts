import type { Chances } from './chances.ts';
import { pickByWeight } from './chances.ts';
import {
  closeWindow,
  cutLine,
  fillDisk,
  killComputer,
  killWindow,
  loseOnDisk,
  mendLine,
  openWindow,
  setClock,
} from './computer-steps.ts';
import type { SimulatedComputer } from './computer.ts';
import { workOnImport } from './imports.ts';
import { travel, writeAndSend } from './journey.ts';
import { meet, retouch } from './meetings.ts';
import { exchangeNow, wishForCheck, work, workOnCustomer, writeWhatIsRefused } from './person-steps.ts';
import type { Place, Step } from './place.ts';
import { fillServerDisk, killServer, meddle } from './server-steps.ts';
import { trouble } from './troubles.ts';

/** What may happen, and how often against the others. */
const STEPS: Chances<Step> = [
  [44, work],
  [8, meet],
  [6, retouch],
  [4, travel],
  [3, writeAndSend],
  [3, workOnCustomer],
  [3, workOnImport],
  [2, exchangeNow],
  [2, wishForCheck],
  [2, writeWhatIsRefused],
  [4, cutLine],
  [5, mendLine],
  [4, openWindow],
  [2, closeWindow],
  [6, killWindow],
  [2, killComputer],
  [3, setClock],
  [3, fillDisk],
  [3, killServer],
  [2, fillServerDisk],
  [1, meddle],
  [2, loseOnDisk],
];

/** What happens next, by chance, and sometimes what comes on top of it. */
export async function takeStep(place: Place, computer: SimulatedComputer, troublePercent: number): Promise<void> {
  const { random } = place.world;
  await pickByWeight(random, STEPS)(place, computer);
  if (random.chance(troublePercent)) await trouble(place, computer);
}
