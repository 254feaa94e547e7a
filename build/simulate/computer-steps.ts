import type { Place } from './place.ts';
import { pickComputer, pickWindow } from './place.ts';

const DAY_MS = 86_400_000;
const MOST_WINDOWS = 2;

export function cutLine(place: Place): void {
  const computer = pickComputer(place);
  place.story.tell(computer.name, 'the line is cut');
  computer.line.cut();
}

export function mendLine(place: Place): void {
  const computer = pickComputer(place);
  place.story.tell(computer.name, 'the line is back');
  computer.line.mend();
  computer.tellOnline();
}

export function openWindow(place: Place): void {
  const computer = pickComputer(place);
  if (computer.windows.size >= MOST_WINDOWS) return;
  place.story.tell(computer.name, 'a window is opened');
  computer.open();
}

export function closeWindow(place: Place): void {
  const computer = pickComputer(place);
  const window = pickWindow(place, computer);
  place.story.tell(window.actor.name, 'is closed');
  computer.close(window);
}

export function killWindow(place: Place): void {
  const { actor } = pickWindow(place, pickComputer(place));
  const turns = place.world.random.integer(1, 400);
  place.story.tell(actor.name, `dies after ${String(turns)} more turns`);
  actor.onDeath(() => {
    place.story.tell(actor.name, 'is dead');
  });
  actor.dieAfter(turns);
}

export function killComputer(place: Place): void {
  const computer = pickComputer(place);
  place.story.tell(computer.name, 'loses its power');
  for (const { actor } of [...computer.windows]) actor.die();
}

export function setClock(place: Place): void {
  const computer = pickComputer(place);
  const days = place.world.random.integer(-9, 9);
  place.story.tell(computer.name, `the clock is wrong by ${String(days)} days from now on`);
  computer.setClock(days * DAY_MS);
}

export function fillDisk(place: Place): void {
  const computer = pickComputer(place);
  const { world, story } = place;
  story.tell(computer.name, 'the disk is full');
  computer.disk.isFull = true;
  world.afterFor(world.self, world.random.integer(100, 60_000), () => {
    story.tell(computer.name, 'the disk has room again');
    computer.disk.isFull = false;
  });
}

/** A disk loses a record that the server has; a comparison brings it again. */
export function loseOnDisk(place: Place): void {
  const { world, cooperative, story } = place;
  const computer = pickComputer(place);
  const { actor, store } = pickWindow(place, computer);
  const name = computer.account.role === 'member' ? 'book' : 'network';
  const collection = store?.parts.collections[name];
  const entries = (store?.image(name).list('ledgerEntry') ?? []).filter(({ isPending }) => isPending !== true);
  if (collection === undefined || entries.length === 0) return;
  const { id } = world.random.pick(entries);
  cooperative.isComparisonDue = true;
  story.tell(computer.name, `the disk loses ${id}`);
  const lose = async (): Promise<void> => {
    const [stored] = await collection.storageInstance.findDocumentsById([id], false);
    if (stored === undefined || stored.isPending === true) return;
    await collection.storageInstance.bulkWrite([{ previous: stored, document: { ...stored, _deleted: true } }], 'lost');
  };
  // A full disk loses nothing.
  void world.begin(actor, () => lose().catch(() => undefined));
}
