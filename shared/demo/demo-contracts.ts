import type { Contract } from '../records/contract.ts';
import { addMonths, firstDay, lastDay } from '../time/month.ts';
import type { DemoPerson } from './demo-person.ts';

/** Months everybody starts with under a CAPE before the CESA. */
const CAPE_MONTHS = 6;
/** Months after which a member became an associate. */
const ASSOCIATE_MONTHS = 24;
const STEP_CENTS = 10_000;

/** The contracts of a person, oldest first: half a year of CAPE, then the CESA with a fixed part; one contract otherwise. */
export function demoContracts(person: DemoPerson, firstMonth: string): readonly [Contract, ...Contract[]] {
  const { contract: kind, weeklyMinutes, seniorityMonths, usualCostCents } = person;
  const start = addMonths(firstMonth, -seniorityMonths);
  const terms = { weeklyMinutes, isCadre: false };
  if (kind !== 'cesa') return [{ kind, startDate: firstDay(start), ...terms }];
  const cesa = addMonths(start, CAPE_MONTHS);
  return [
    { kind: 'cape', startDate: firstDay(start), endDate: lastDay(addMonths(cesa, -1)), ...terms },
    {
      kind: 'cesa',
      startDate: firstDay(cesa),
      ...terms,
      isAssociate: seniorityMonths >= ASSOCIATE_MONTHS,
      fixedGrossCents: Math.floor(usualCostCents / 2 / STEP_CENTS) * STEP_CENTS,
    },
  ];
}
