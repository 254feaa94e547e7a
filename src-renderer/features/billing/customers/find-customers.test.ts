import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import { findCustomers } from './find-customers.ts';

function customer(name: string, city: string, status = 'active'): RecordOf<'customer'> {
  const context = { author: { user: 'u', device: 'd' }, clock: () => '2026-01-01T00:00:00.000Z', newId: () => name };
  return createRecord(context, {
    type: 'customer',
    activityId: 'A1',
    date: '2026-01-01',
    status,
    body: { name, kind: 'business', address: { lines: [], postalCode: '', city, country: 'FR' } },
  });
}

describe('findCustomers', () => {
  const all = [customer('Zoé', 'Lille'), customer('Éco-ferme', 'Douai'), customer('Ancien', 'Lille', 'voided')];

  it('leaves out removed customers and sorts as French does', () => {
    expect(findCustomers(all, '').map(({ body }) => body.name)).toEqual(['Éco-ferme', 'Zoé']);
  });

  it('wants every word, without accents or capitals', () => {
    expect(findCustomers(all, 'ECO douai').map(({ body }) => body.name)).toEqual(['Éco-ferme']);
    expect(findCustomers(all, 'eco lille')).toEqual([]);
  });
});
