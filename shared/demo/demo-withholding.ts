import { COOPERATIVE } from '../access/database-names.ts';
import type { Hasher } from '../core/ports.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { WithholdingRateBody } from '../records/withholding-rate.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';
import { withholdingRateId } from '../withholding/rate-id.ts';

/** One with a rate of her own, one for whom the tax office gave none; of the others nothing is known. */
const RATES: readonly WithholdingRateBody[] = [
  { person: 'lea.morvan', kind: 'own', ratePpm: 38_000, source: 'Compte rendu métier de la DSN (démonstration)' },
  {
    person: 'tomasz.kowalski',
    kind: 'neutral',
    territory: 'metropole',
    source: 'Aucun taux transmis par l’administration (démonstration)',
  },
];

/** What is personal in the demonstration, one list an account. */
export interface DemoPersonal {
  readonly account: string;
  readonly records: readonly AnyRecord[];
}

/** The rates of two people, from the first day of the books on. */
export function demoRates(context: WriteContext, date: string, hash: Hasher): readonly DemoPersonal[] {
  return RATES.map((body) => {
    const id = withholdingRateId(body.person, date, hash);
    const fields = { type: 'withholdingRate', id, activityId: COOPERATIVE, date, status: 'active' } as const;
    return { account: body.person, records: [createRecord(context, { ...fields, body })] };
  });
}
