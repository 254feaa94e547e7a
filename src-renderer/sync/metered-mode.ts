import type { DeviceFacts } from '../data/device-facts.ts';
import { browserPage } from './browser-surroundings.ts';

const FACT = 'sync-metered';

/**
 * Whether this device spares its line: no open connection, a look every quarter of an hour, and "exchange now". The person
 * decides; until then the browser's own wish to save data counts.
 */
export class MeteredMode {
  #isOn: boolean;
  readonly #stop: () => void;

  /** `savesData`: the browser's own wish. */
  constructor(facts: DeviceFacts, savesData: () => boolean, onChange: () => void) {
    this.#isOn = savesData();
    const follow = (isOn: boolean): void => {
      const isNew = isOn !== this.#isOn;
      this.#isOn = isOn;
      if (isNew) onChange();
    };
    this.#stop = watchMetered(facts, follow, savesData);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  stop(): void {
    this.#stop();
  }
}

/** Follows the mode of this device, in every window. */
export function watchMetered(
  facts: DeviceFacts,
  listener: (isOn: boolean) => void,
  savesData: () => boolean = browserPage.savesData,
): () => void {
  return facts.watch(FACT, ([fact]) => {
    listener(fact === undefined ? savesData() : fact.body['isOn'] === true);
  });
}

export async function setMetered(facts: DeviceFacts, at: string, isOn: boolean): Promise<void> {
  await facts.put({ id: FACT, kind: FACT, at, body: { isOn } });
}
