import { useMemo } from 'react';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { PAYROLL_PARAMETERS } from '../../../../shared/salary/find-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** One version in the history; `record` is absent for those that come with Sillon. */
export interface KnownVersion {
  readonly parameters: PayrollParameters;
  readonly record?: RecordOf<'payrollVersion'>;
}

/** All versions, drafts included, latest first, and those that may be computed with. */
export function useVersions(): {
  readonly known: readonly KnownVersion[];
  readonly versions: readonly PayrollParameters[];
} {
  const { store } = useSession();
  const records = useRecords(store.image('commons'), 'payrollVersion');
  return useMemo(() => {
    const own = records.map((record): KnownVersion => ({ parameters: parametersOf(record), record }));
    const known = [...PAYROLL_PARAMETERS.map((parameters): KnownVersion => ({ parameters })), ...own];
    known.sort((a, b) => (a.parameters.from < b.parameters.from ? 1 : -1));
    return { known, versions: listPayrollVersions(records) };
  }, [records]);
}

/** The parameters in a record: its schema mirrors them, with codes of contributions as plain texts. */
export function parametersOf(record: RecordOf<'payrollVersion'>): PayrollParameters {
  return record.body.parameters as PayrollParameters;
}
