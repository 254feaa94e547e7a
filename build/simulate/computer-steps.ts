import type { SimulatedComputer } from './computer.ts';
import type { Place } from './place.ts';
import { pickWindow } from './place.ts';

const DAY_MS = 86_400_000;
const MOST_WINDOWS = 2;

export function cutLine(place: Place, computer: SimulatedComputer): void {
  place.story.tell(computer.name, 'the line is cut');
  computer.line.cut();
}

export function mendLine(place: Place, computer: SimulatedComputer): void {
  place.story.tell(computer.name, 'the line is back');
  computer.line.mend();
  computer.tellOnline();
}

export function openWindow(place: Place, computer: SimulatedComputer): void {
  if (computer.windows.size >= MOST_WINDOWS) return;
  place.story.tell(computer.name, 'a window is opened');
  computer.open();
}

export function closeWindow(place: Place, computer: SimulatedComputer): void {
  const window = pickWindow(place, computer);
  place.story.tell(window.actor.name, 'is closed');
  computer.close(window);
}

export function killWindow(place: Place, computer: SimulatedComputer, mostTurns = 400): void {
  const { actor } = pickWindow(place, computer);
  const turns = place.world.random.integer(1, mostTurns);
  place.story.tell(actor.name, `dies after ${String(turns)} more turns`);
  actor.onDeath(() => {
    place.story.tell(actor.name, 'is dead');
  });
  actor.dieAfter(turns);
}

export function killComputer(place: Place, computer: SimulatedComputer): void {
  place.story.tell(computer.name, 'loses its power');
  for (const { actor } of [...computer.windows]) actor.die();
}

export function setClock(place: Place, computer: SimulatedComputer): void {
  const days = place.world.random.integer(-9, 9);
  place.story.tell(computer.name, `the clock is wrong by ${String(days)} days from now on`);
  computer.setClock(days * DAY_MS);
}

export function fillDisk(place: Place, computer: SimulatedComputer): void {
  const { world, story } = place;
  story.tell(computer.name, 'the disk is full');
  computer.disk.isFull = true;
  world.afterFor(world.self, world.random.integer(100, 60_000), () => {
    story.tell(computer.name, 'the disk has room again');
    computer.disk.isFull = false;
  });
}

/** A disk loses a record that the server has; a comparison brings it again. */
export function loseOnDisk(place: Place, computer: SimulatedComputer): void {
  const { world, cooperative, story } = place;
  const { actor, store } = pickWindow(place, computer);
  const name = computer.account.role === 'member' ? 'book' : 'network';
  const collection = store?.parts.collections[name];
  const entries = (store?.image(name).list('ledgerEntry') ?? []).filter(({ isPending }) => isPending !== true);
  if (collection === undefined || entries.length === 0) return;
  const { id } = world.random.pick(entries);
  cooperative.lostOnDisk.add(id);
  story.tell(computer.name, `the disk loses ${id}`);
  const lose = async (): Promise<void> => {
    const [stored] = await collection.storageInstance.findDocumentsById([id], false);
    if (stored === undefined || stored.isPending === true) return;
    await collection.storageInstance.bulkWrite([{ previous: stored, document: { ...stored, _deleted: true } }], 'lost');
  };
  // A full disk loses nothing.
  void world.begin(actor, () => lose().catch(() => undefined));
}
