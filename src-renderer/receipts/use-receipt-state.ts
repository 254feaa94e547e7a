import { useEffect, useState } from 'react';
import { useSession } from '../session/session-context.tsx';
import type { ReceiptExchangeState } from './exchange-state.ts';
import { IDLE, watchExchangeState } from './exchange-state.ts';
import type { ReceiptFact } from './receipt-facts.ts';
import { watchReceiptFacts } from './receipt-facts.ts';

/** What this device knows of its receipts and of their sending, kept current in every window. */
export function useReceiptState(): ReceiptExchangeState & { readonly known: readonly ReceiptFact[] } {
  const { store } = useSession();
  const [known, setKnown] = useState<readonly ReceiptFact[]>([]);
  const [state, setState] = useState<ReceiptExchangeState>({ isPaused: false, progress: IDLE });
  useEffect(() => {
    const { facts } = store.parts;
    const stops = [watchReceiptFacts(facts, setKnown), watchExchangeState(facts, setState)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store]);
  return { known, ...state };
}
