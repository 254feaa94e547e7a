import { settingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { BookStore } from './book-store.ts';

/** The settings of the cooperative as this device has them; `undefined` while they are not here. */
export function readCooperative(store: BookStore): RecordOf<'cooperativeSettings'> | undefined {
  return settingsInForce(store.image('commons').list('cooperativeSettings'));
}
