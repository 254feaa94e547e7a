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
import { exchangeNow, meet, wishForCheck, work, workOnCustomer, writeWhatIsRefused } from './person-steps.ts';
import type { Place } from './place.ts';
import { fillServerDisk, killServer, meddle } from './server-steps.ts';

/** What may happen, and how often against the others. */
const STEPS: readonly (readonly [weight: number, run: (place: Place) => void])[] = [
  [56, work],
  [6, meet],
  [3, workOnCustomer],
  [2, exchangeNow],
  [2, wishForCheck],
  [1, writeWhatIsRefused],
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

const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0);

/** What happens next, by chance. */
export function takeStep(place: Place): void {
  let left = place.world.random.integer(1, TOTAL);
  for (const [weight, run] of STEPS) {
    left -= weight;
    if (left > 0) continue;
    run(place);
    return;
  }
}
