import type { DeviceFacts } from '../data/device-facts.ts';

const FACT = 'sync-metered';

/**
 * Whether this device spares its line: no open connection, a look every quarter of an hour, and "exchange now". The person
 * decides; until then the browser's own wish to save data counts.
 */
export class MeteredMode {
  #isOn = prefersSaving();
  readonly #stop: () => void;

  constructor(facts: DeviceFacts, onChange: () => void) {
    this.#stop = watchMetered(facts, (isOn) => {
      const isNew = isOn !== this.#isOn;
      this.#isOn = isOn;
      if (isNew) onChange();
    });
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  stop(): void {
    this.#stop();
  }
}

/** Follows the mode of this device, in every window. */
export function watchMetered(facts: DeviceFacts, listener: (isOn: boolean) => void): () => void {
  return facts.watch(FACT, ([fact]) => {
    listener(fact === undefined ? prefersSaving() : fact.body['isOn'] === true);
  });
}

export async function setMetered(facts: DeviceFacts, at: string, isOn: boolean): Promise<void> {
  await facts.put({ id: FACT, kind: FACT, at, body: { isOn } });
}

function prefersSaving(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
