import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import type { Chances } from './chances.ts';
import { pickByWeight } from './chances.ts';
import type { SimulatedComputer } from './computer.ts';
import { computerOf } from './computer.ts';
import { Cooperative } from './cooperative.ts';
import { setStage } from './globals.ts';
import { findBroken } from './invariants.ts';
import { settle } from './settle.ts';
import { takeStep } from './steps.ts';
import type { Place } from './place.ts';
import { pickComputer } from './place.ts';
import { Story } from './story.ts';
import { World } from './world.ts';

const STEPS = 30;
const SETTLED_EVERY = 15;
/** Some days are calm. */
const TROUBLE_PERCENTS = [0, 30, 60];
/** How long it is until something else happens. */
const PAUSES: Chances<(random: DemoRandom) => number> = [
  [3, ({ integer }) => integer(0, 30)],
  [5, ({ integer }) => integer(0, 900)],
  [2, ({ integer }) => integer(1_000, 40_000)],
];

/** What became of one seed. */
export interface Outcome {
  readonly seed: string;
  /** Sum of the whole story; the same seed gives the same. */
  readonly digest: string;
  readonly tasks: number;
  /** What was not as it must be; empty when all was. */
  readonly broken: readonly string[];
}

/** Lets a cooperative live through thirty steps and looks at it whenever it has settled. */
export async function runSeed(seed: string, print?: (line: string) => void): Promise<Outcome> {
  const world = new World(seed);
  const story = new Story(() => world.now, print);
  setStage({ world, computerOf: () => computerOf(world.current) });
  const cooperative = new Cooperative(world, seed, story);
  let broken: readonly string[] = [];
  try {
    await world.run(async () => {
      broken = await live({ world, story, cooperative });
    });
  } catch (error) {
    broken = [error instanceof Error ? error.message : String(error), ...world.crashes];
  }
  story.tell('end', `${String(world.taskCount)} turns`);
  return { seed, digest: story.digest(), tasks: world.taskCount, broken };
}

async function live(place: Place): Promise<readonly string[]> {
  const { world, cooperative } = place;
  const { random } = world;
  await cooperative.begin();
  let computer: SimulatedComputer | undefined;
  let troublePercent = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    if (step % SETTLED_EVERY === 1) {
      worsen(place);
      troublePercent = random.pick(TROUBLE_PERCENTS);
    }
    computer = pickComputer(place, computer);
    await takeStep(place, computer, troublePercent);
    await world.sleep(pickByWeight(random, PAUSES)(random));
    if (step % SETTLED_EVERY !== 0) continue;
    const broken = await findBroken(world, cooperative, await settle(place));
    if (broken.length > 0) return broken;
  }
  return [];
}

/** Lines are good, bad or very bad, each for itself. */
function worsen({ world, cooperative, story }: Place): void {
  for (const { name, line } of cooperative.computers) {
    line.faultPercent = world.random.pick([0, 10, 30, 45]);
    story.tell(name, `${String(line.faultPercent)} of 100 requests go wrong`);
  }
}
