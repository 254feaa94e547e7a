import type { SimulatedComputer, Window } from './computer.ts';
import type { Cooperative } from './cooperative.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** Where things happen. */
export interface Place {
  readonly world: World;
  readonly story: Story;
  readonly cooperative: Cooperative;
}

/** Something that happens to a computer or is done on it. */
export type Step = (place: Place, computer: SimulatedComputer) => Promise<void> | void;

/** What happens to one computer seldom comes alone. */
const STAYS_PERCENT = 40;

/** Where something happens next. */
export function pickComputer({ world, cooperative }: Place, last?: SimulatedComputer): SimulatedComputer {
  return last !== undefined && world.random.chance(STAYS_PERCENT) ? last : world.random.pick(cooperative.computers);
}

/** This computer, when it is the member's; one of the member's otherwise. */
export function memberComputer({ world, cooperative }: Place, computer: SimulatedComputer): SimulatedComputer {
  const { memberComputers } = cooperative;
  return memberComputers.includes(computer) ? computer : world.random.pick(memberComputers);
}

/** An open window of a computer; one is opened where there is none. */
export function pickWindow({ world, story }: Place, computer: SimulatedComputer): Window {
  const windows = [...computer.windows];
  if (windows.length > 0) return world.random.pick(windows);
  story.tell(computer.name, 'a window is opened');
  return computer.open();
}

/** Work that nobody waits for; what it fails with is a fault. */
export function begin({ world }: Place, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    world.noteCrash(error);
  });
}
