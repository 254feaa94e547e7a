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

export function pickComputer({ world, cooperative }: Place): SimulatedComputer {
  return world.random.pick(cooperative.computers);
}

/** A computer of the member. */
export function pickMemberComputer({ world, cooperative }: Place): SimulatedComputer {
  return world.random.pick(cooperative.memberComputers);
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
