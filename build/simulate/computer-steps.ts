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
