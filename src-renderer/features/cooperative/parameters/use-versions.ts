import { useMemo } from 'react';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { PAYROLL_PARAMETERS } from '../../../../shared/salary/find-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** One version in the history; `record` is absent for those that come with Sillon and for estimates. */
export interface KnownVersion {
  readonly parameters: PayrollParameters;
  readonly record?: RecordOf<'payrollVersion'>;
}

/** All versions, drafts and estimates in force included, latest first; those that may be computed with; the estimates. */
export function useVersions(): {
  readonly known: readonly KnownVersion[];
  readonly versions: readonly PayrollParameters[];
  readonly estimates: readonly PayrollParameters[];
} {
  const { store } = useSession();
  const records = useRecords(store.image('commons'), 'payrollVersion');
  return useMemo(() => {
    const own = records.map((record): KnownVersion => ({ parameters: parametersOf(record), record }));
    const versions = listPayrollVersions(records);
    const estimates = versions.filter(
      (version) =>
        isEstimate(version.ruleVersion) && versions.findLast((other) => holds(other, version.from)) === version,
    );
    const builtIn = [...PAYROLL_PARAMETERS, ...estimates].map((parameters): KnownVersion => ({ parameters }));
    const known = [...builtIn, ...own].sort((a, b) => (a.parameters.from < b.parameters.from ? 1 : -1));
    return { known, versions, estimates };
  }, [records]);
}

function holds({ from, until }: PayrollParameters, month: string): boolean {
  return from <= month && month <= until;
}

/** The parameters in a record: its schema mirrors them, with codes of contributions as plain texts. */
export function parametersOf(record: RecordOf<'payrollVersion'>): PayrollParameters {
  return record.body.parameters as PayrollParameters;
}
