import type { NetworkRow } from './network-row.ts';

/** A row of an activity in good order; `fields` change what a test is about. */
export function sampleRow(activityId: string, fields: Partial<NetworkRow> = {}): NetworkRow {
  return {
    activityId,
    name: `Activité ${activityId}`,
    entrepreneur: 'Léa Morvan',
    region: 'Bretagne',
    contractKind: 'cesa',
    currency: 'EUR',
    amounts: { turnoverCents: 1_000_00, balanceCents: 500_00, toCollectCents: 0, overdueCents: 0 },
    problem: undefined,
    isIncomplete: false,
    toValidateCount: 0,
    lastSeenAt: '2026-03-10T09:00:00.000Z',
    verification: { verifiedCount: 2, mismatchCount: 0, waitingCount: 0 },
    ...fields,
  };
}

/** Amounts of a row. */
export function sampleAmounts(balanceCents: number, fields: Partial<NonNullable<NetworkRow['amounts']>> = {}) {
  return { turnoverCents: 0, balanceCents, toCollectCents: 0, overdueCents: 0, ...fields };
}
