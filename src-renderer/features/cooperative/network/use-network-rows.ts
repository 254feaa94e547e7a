import { useEffect, useState } from 'react';
import { localToday } from '../../../data/local-today.ts';
import { useSession } from '../../../session/session-context.tsx';
import type { NetworkState } from './follow-network.ts';
import { followNetwork } from './follow-network.ts';

/** The rows of the network, followed as records arrive. */
export function useNetworkRows(): NetworkState {
  const { store } = useSession();
  const [state, setState] = useState<NetworkState>(() => ({
    rows: undefined,
    doneCount: 0,
    totalCount: 0,
    today: localToday(),
  }));
  useEffect(
    () =>
      followNetwork({ network: store.image('network'), commons: store.image('commons'), today: localToday }, setState),
    [store],
  );
  return state;
}
