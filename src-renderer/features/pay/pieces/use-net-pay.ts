import { useMemo } from 'react';
import { localToday } from '../../../data/local-today.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';
import type { NetPay, TaxedPay } from './net-pay.ts';
import { netPayOf } from './net-pay.ts';

/** Gives tax and net of pays, to those who may know: the person who is paid and the support team. */
export function useNetPay(): (pay: TaxedPay, person: string) => NetPay {
  const { store, account } = useSession();
  const rates = useRecords(store.personal, 'withholdingRate');
  const cooperative = useCooperative()?.body;
  return useMemo(
    () => (pay, person) => netPayOf(account, pay, person, { rates, cooperative, today: localToday() }),
    [account, rates, cooperative],
  );
}
