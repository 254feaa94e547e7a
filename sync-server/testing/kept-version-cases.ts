import { makeActivity } from '../../shared/cooperative/rules.test-support.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { makeEntry, makeInvoice, makeStatement, writeAs } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

/** Versions that lost a conflict, as devices keep them, and forged ones that somebody of the support team would take by a click. */
export function listKeptVersionCases(activity: string, member: string, support: string): ValidationCase[] {
  const keep = (by: string, kept: AnyRecord, change: object = {}): AnyRecord =>
    createRecord(writeAs(by), {
      ...{ type: 'conflictCopy', activityId: activity, date: kept.date, status: 'open' },
      body: { recordId: kept.id, fields: ['status', 'history'], reason: 'bothFinal', copy: { ...kept }, ...change },
    });
  const stepped = (status: string, by: string): AnyRecord => {
    const pay = makeStatement(member, activity);
    const history = [...pay.body.history, { status, at: '2026-03-27T09:00:00.000Z', by }];
    return reviseRecord<AnyRecord>(writeAs(by), pay, { status, body: { ...pay.body, history } });
  };
  const reserved = stepped('checked', support);
  const old = keep(member, reserved);
  const entry = (): AnyRecord => makeEntry(member, activity, 2_000);
  const settings = createRecord(writeAs(support), {
    ...{ type: 'activitySettings', activityId: activity, date: '2025-01-01', status: 'active', body: makeActivity() },
  });
  const closing = { ...entry(), id: 'closing:main', type: 'closing', body: { closedThrough: '2026-01' } };
  return [
    { name: 'a kept version of an entry', after: keep(member, entry()), by: 'member' },
    {
      name: 'a draft of the support team that lost against an issue',
      after: keep(member, makeInvoice(support, activity, 'draft'), { reason: 'mineIsFinal' }),
      by: 'member',
    },
    {
      name: 'an invoice that two devices issued',
      after: keep(member, makeInvoice(member, activity, 'issued')),
      by: 'member',
    },
    { name: 'a withdrawal that came too late', after: keep(member, stepped('cancelled', member)), by: 'member' },
    { name: 'a decision that came too late', after: keep(support, stepped('validated', support)), by: 'support' },
    {
      name: 'a kept version of a type of later',
      after: keep(member, { ...entry(), id: 'garden:1', type: 'garden' }),
      by: 'member',
    },
    {
      name: 'a kept version of the settings of the activity by the support team',
      after: keep(support, settings),
      by: 'support',
    },
    {
      name: 'a decision that a member says was kept',
      after: keep(member, reserved),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a decision under the status of before',
      after: keep(member, { ...reserved, status: 'requested' }),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a decision whose step is not told',
      after: keep(member, { ...makeStatement(member, activity), status: 'checked' }),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a pay that a member says somebody else wrote',
      after: keep(member, { ...makeStatement(member, activity), updatedBy: { user: support, device: 'D2' } }),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a pay whose history nobody can read',
      after: keep(member, { ...makeStatement(member, activity), body: { history: [null] } }),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'settings of the activity that a member says were kept',
      after: keep(member, settings),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a kept version of another database',
      after: keep(support, closing),
      by: 'support',
      refusal: 'record.invalid',
    },
    {
      name: 'a kept version of another record',
      after: keep(member, entry(), { recordId: reserved.id }),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a kept version of another type than its record',
      after: keep(member, { ...entry(), id: reserved.id }),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a kept version of another activity',
      after: keep(member, { ...entry(), activityId: '01HK153X014ZQ906MTVNH4K53B' }),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a forged version of before that is settled',
      before: old,
      after: reviseRecord(writeAs(support), old, { status: 'settled' }),
      by: 'support',
    },
  ];
}
