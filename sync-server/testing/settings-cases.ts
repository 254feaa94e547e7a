import type { ActivitySettingsBody } from '../../shared/records/activity-settings.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { makeActivity } from '../../shared/cooperative/rules.test-support.ts';
import { writeAs } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

const CAPE = {
  kind: 'cape',
  startDate: '2025-01-01',
  endDate: '2025-12-31',
  weeklyMinutes: 2100,
  isCadre: false,
} as const;
const CESA = { kind: 'cesa', startDate: '2026-01-01', weeklyMinutes: 2100, isCadre: false } as const;

/** Settings of an activity, which the support team writes, with contracts that follow each other. */
export function listSettingsCases(activityId: string, member: string, support: string): ValidationCase[] {
  const make = (user: string): RecordOf<'activitySettings'> =>
    createRecord(writeAs(user), {
      type: 'activitySettings',
      activityId,
      date: '2025-01-01',
      status: 'active',
      body: makeActivity(),
    });
  const change = (before: RecordOf<'activitySettings'>, by: string, next: Partial<ActivitySettingsBody>) =>
    reviseRecord(writeAs(by), before, { body: { ...before.body, ...next } });
  const [first, second, third, fourth] = [make(support), make(support), make(support), make(support)];
  const [standing, gone] = [make(support), make(support)];
  const voided = { ...gone, status: 'voided' };
  const elsewhere = { ...makeActivity({ openingBalanceCents: 5_000_000 }), country: 'MG' };
  const overlapping = { contract: CESA, contracts: [{ ...CAPE, endDate: '2026-01-01' }, CESA] };
  return [
    {
      name: 'contracts by the support team',
      before: first,
      after: change(first, support, { contract: CESA, contracts: [CAPE, CESA] }),
      by: 'support',
    },
    {
      name: 'a second record of settings',
      after: { ...make(support), body: elsewhere },
      by: 'support',
      refusal: 'record.forbidden',
    },
    { name: 'the record of settings that comes with the activity', after: make(support), by: 'server' },
    {
      name: 'settings taken back',
      before: standing,
      after: reviseRecord(writeAs(support), standing, { status: 'voided' }),
      by: 'support',
      refusal: 'record.transition',
    },
    {
      name: 'settings of before put back',
      before: voided,
      after: reviseRecord(writeAs(support), voided, { status: 'active' }),
      by: 'support',
    },
    {
      name: 'contracts by the member',
      before: second,
      after: change(second, member, { contract: CESA, contracts: [CAPE, CESA] }),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'contracts that overlap',
      before: third,
      after: change(third, support, overlapping),
      by: 'support',
      refusal: 'contract.overlapping',
    },
    {
      name: 'the same by the server',
      before: fourth,
      after: change(fourth, support, overlapping),
      by: 'server',
      refusal: 'contract.overlapping',
    },
  ];
}
