import type { SettingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import { readCooperative } from '../data/read-cooperative.ts';
import { useImageVersion } from '../data/use-image.ts';
import { useSession } from './session-context.tsx';

/** The settings of the cooperative, followed as they change; `undefined` while they are not on the device. */
export function useCooperative(): SettingsInForce | undefined {
  const { store } = useSession();
  useImageVersion(store.image('commons'));
  return readCooperative(store);
}
