import type { ActivityAccount } from '../ledger/activity-account.ts';
import type { Hasher } from '../core/ports.ts';
import type { RecordOf } from '../records/registry.ts';
import { sealOf } from '../records/seal.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';
import { proveAbroadPay } from './abroad-pay-proof.ts';
import type { AbroadPay } from './compute-abroad-pay.ts';

/** What a request needs beyond the pay. */
export interface AbroadRequest {
  readonly activityId: string;
  readonly date: string;
  readonly pay: AbroadPay;
  readonly account: Pick<ActivityAccount, 'balanceCents' | 'availableCents'>;
}

/** The record of a pay abroad that is asked now, sealed; status `requested`. Amounts in minor units of the profile's currency. */
export function createAbroadPay(context: WriteContext, request: AbroadRequest, hash: Hasher): RecordOf<'abroadPay'> {
  const { activityId, date, pay, account } = request;
  const record = createRecord(context, {
    type: 'abroadPay',
    activityId,
    date,
    status: 'requested',
    body: {
      input: { period: pay.period, budgetMinor: pay.budgetMinor, profile: pay.profile },
      account: { balanceMinor: account.balanceCents, availableMinor: account.availableCents },
      lines: pay.lines.map((line) => ({ ...line })),
      currency: pay.profile.currency,
      paidMinor: pay.paidMinor,
      computation: { ...proveAbroadPay(pay, hash) },
      seal: '',
      history: [{ status: 'requested', at: context.clock(), by: context.author.user }],
    },
  });
  return { ...record, body: { ...record.body, seal: sealOf(record, hash) } };
}
