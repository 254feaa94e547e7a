import { useMemo } from 'react';
import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** What the pay of a month depends on besides settings, from the member's book and the cooperative's published parameters. */
export function usePayContext({ account }: Pick<ActivityFigures, 'account'>): PayContext<RecordOf<'salaryStatement'>> {
  const { store } = useSession();
  const statements = useRecords(store.book, 'salaryStatement');
  const published = useRecords(store.image('commons'), 'payrollVersion');
  return useMemo(
    () => ({ statements, months: account.months, versions: listPayrollVersions(published) }),
    [statements, account, published],
  );
}
