import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** The settings of the cooperative; undefined while they are not on the device. */
export function useCooperative(): RecordOf<'cooperativeSettings'> | undefined {
  const { store } = useSession();
  return useRecords(store.image('commons'), 'cooperativeSettings').findLast(({ status }) => status === 'active');
}
