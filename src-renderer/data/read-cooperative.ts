import type { SettingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import { settingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import { SUBJECT_NAMES } from '../../shared/records/settings-subjects.ts';
import type { BookStore } from './book-store.ts';
import type { RecordImage } from './record-image.ts';

/** An image of the commons, as far as settings are read from it. */
export type CommonsImage = Pick<RecordImage, 'list'>;

interface Known {
  /** The lists of all records that settings are put together from; an image gives the same until one of them changes. */
  readonly lists: readonly unknown[];
  readonly settings: SettingsInForce | undefined;
}

const known = new WeakMap<CommonsImage, Known>();

/**
 * The settings of the cooperative as an image of the commons has them: the same object until one of their records changes, so
 * that it may be the key of what is computed with them. `undefined` while they are not there.
 */
export function cooperativeIn(commons: CommonsImage): SettingsInForce | undefined {
  const lists = (['cooperativeSettings', ...SUBJECT_NAMES] as const).map((type) => commons.list(type));
  const before = known.get(commons);
  if (before !== undefined && lists.every((list, index) => list === before.lists[index])) return before.settings;
  const settings = settingsInForce((type) => commons.list(type));
  known.set(commons, { lists, settings });
  return settings;
}

/** The settings of the cooperative as this device has them; `undefined` while they are not here. */
export function readCooperative(store: BookStore): SettingsInForce | undefined {
  return cooperativeIn(store.image('commons'));
}
