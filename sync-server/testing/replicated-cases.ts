import type { AnyRecord } from '../../shared/records/envelope.ts';
import { makeCustomer, makeEntry, makeInvoice, makePayment, makeStatement } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

const VALIDATED = ['checked', 'validated'] as const;

/**
 * Writes that carry their own history: nothing of what is stored judges a second root, so nobody but the server makes one,
 * nor a branch.
 */
export function listReplicatedCases(activity: string, member: string, support: string): ValidationCase[] {
  const refusal = 'record.forbidden';
  const issued = makeInvoice(member, activity, 'issued');
  const payment = makePayment(member, activity, 1_000);
  const requested = makeStatement(member, activity);
  const steps = VALIDATED.map((status) => ({ status, at: '2026-03-27T09:00:00.000Z', by: support }));
  const history = [...requested.body.history, ...steps];
  const validated: AnyRecord = { ...requested, status: 'validated', body: { ...requested.body, history } };
  const theirs = makeCustomer('lea.morvan', activity);
  const entry = makeEntry(member, activity, 2_000);
  return [
    {
      name: 'an issued invoice rewritten beside itself',
      before: issued,
      after: { ...issued, body: { ...issued.body, subject: 'Autre' } },
      replicated: 'lateRoot',
      by: 'member',
      refusal,
    },
    {
      name: 'a recorded payment made larger beside itself',
      before: payment,
      after: { ...payment, body: { ...payment.body, amountCents: 999_999 } },
      replicated: 'lateRoot',
      by: 'member',
      refusal,
    },
    {
      name: 'a validated pay back to requested beside itself',
      before: validated,
      after: requested,
      replicated: 'lateRoot',
      by: 'member',
      refusal,
    },
    {
      name: 'a validated pay cancelled from its request',
      before: makeStatement(member, activity),
      after: { ...validated, status: 'cancelled', body: requested.body },
      replicated: 'branch',
      by: 'member',
      refusal,
    },
    {
      name: 'a co-member’s record taken over',
      before: theirs,
      after: { ...theirs, createdBy: { user: member, device: 'D1' }, updatedBy: { user: member, device: 'D1' } },
      replicated: 'lateRoot',
      by: 'member',
      refusal,
    },
    {
      name: 'a second first revision',
      before: entry,
      after: { ...entry, body: { ...entry.body, label: 'Autre' } },
      replicated: 'root',
      by: 'member',
      refusal,
    },
    {
      name: 'the same by the support team',
      before: makeCustomer(support, activity),
      after: makeCustomer(support, activity),
      replicated: 'root',
      by: 'support',
      refusal,
    },
    {
      name: 'a second root by the server, as a restore brings it',
      before: makeEntry(member, activity, 2_000),
      after: makeEntry(member, activity, 2_000),
      replicated: 'lateRoot',
      by: 'server',
    },
  ];
}
