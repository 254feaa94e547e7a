import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { makeActivity, makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { makeInvoice, TEST_SELLER } from '../../sync-server/testing/test-records.ts';
import { ACTIVITY, COORDINATOR } from './people.ts';

const BASE = { date: '2026-01-01', status: 'active' } as const;

/** What the server holds before anybody begins: settings, and the customer of every invoice. */
export function firstRecords(newId: () => string): Readonly<Record<'commons' | 'book', readonly object[]>> {
  const author = { user: COORDINATOR.account, device: COORDINATOR.device.id };
  const context: WriteContext = { author, clock: () => '2026-01-02T08:00:00.000Z', newId };
  const { customerId } = makeInvoice(COORDINATOR.account, ACTIVITY, 'draft').body;
  const cooperative = makeCooperative({
    address: { lines: ['3 rue Haute'], postalCode: '71400', city: 'Autun', country: 'FR' },
    siren: TEST_SELLER.siren,
    iban: TEST_SELLER.ibans[0],
    legalForm: 'SCOP',
  });
  const customer = {
    name: 'Épicerie La Besace',
    kind: 'business' as const,
    address: { lines: ['2 place du Champ'], postalCode: '71400', city: 'Autun', country: 'FR' },
    // Written by a newer Sillon: this one keeps what it does not know.
    fromTomorrow: 'kept',
  };
  const records = {
    commons: createSettings(context, BASE.date, cooperative),
    book: [
      createRecord(context, { ...BASE, type: 'activitySettings', activityId: ACTIVITY, body: makeActivity() }),
      createRecord(context, { ...BASE, type: 'customer', id: customerId, activityId: ACTIVITY, body: customer }),
    ],
  };
  return { commons: records.commons.map(toDocument), book: records.book.map(toDocument) };
}

/** Not by the exchange's own words: what is broken there on purpose must not be missing from the beginning. */
function toDocument({ id, rev, ...rest }: AnyRecord): object {
  return { _id: id, ...rest };
}
