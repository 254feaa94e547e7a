import { expect, it } from 'vitest';
import { NEEDED_SUBJECTS } from './settings-parts.ts';
import { publishRules } from './published-rules.ts';
import { listing, makeCooperative, makeRecord, makeSettings } from './rules.test-support.ts';

const ALL = makeCooperative({ formerIbans: ['FR76'], closedThrough: '2025-06' });
const SELLER = { siren: ALL.siren, ibans: [ALL.iban, 'FR76'] };
const records = makeSettings(ALL);

it.each(NEEDED_SUBJECTS)('months stay closed while %s is taken back or missing', (needed) => {
  const others = records.filter(({ type }) => type !== needed);
  const voided = records.map((record) => (record.type === needed ? { ...record, status: 'voided' } : record));
  for (const left of [others, voided]) {
    expect(publishRules(listing(left))).toMatchObject({ closedThrough: '2025-06' });
    expect(publishRules(listing(left)).seller).toEqual(needed === 'cooperativeIdentity' ? undefined : SELLER);
  }
});

it('months are open and nobody sells while nothing says otherwise; what the record of before says counts', () => {
  const nothing = publishRules(listing([]));
  expect([nothing.closedThrough, nothing.seller, 'closedThrough' in nothing, 'seller' in nothing]).toEqual([
    ...[undefined, undefined],
    ...[false, false],
  ]);
  const former = { ...makeRecord('cooperativeSettings', ALL), id: 'cooperativeSettings:main' };
  expect(publishRules(listing([former]))).toMatchObject({ closedThrough: '2025-06', seller: SELLER, former: ALL });
  expect(publishRules(listing([former, makeRecord('closing', {})])).closedThrough).toBeUndefined();
});
