import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { planImport } from './plan-import.ts';
import { readBankFile } from './read-bank-file.ts';
import { applyRows, makeInvoice, makeNote } from './testing/make-records.ts';
import { writeOfx1 } from './testing/sample-files.ts';
import { hash } from '../testing/hash.ts';

// Few values each, so that equal amounts, days, ids and labels meet all the time.
const day = fc.integer({ min: 1, max: 6 }).map((number) => `0${String(number)}`);
const cents = fc.constantFrom(-500, -150, 0, 150, 12000);
const transaction = fc.record({
  id: fc.constantFrom('', 'A', 'B', 'C', 'D', 'E', 'F'),
  day,
  cents,
  name: fc.constantFrom('CAFE', 'VIR CLIENT', 'FACT FAB120260001'),
});
const note = fc.record({ day, cents });

describe('planImport', () => {
  it('has one row a line in order, uses a record once, and finds nothing new the second time', () => {
    fc.assert(
      fc.property(
        fc.array(transaction, { minLength: 1, maxLength: 14 }),
        fc.array(note, { maxLength: 5 }),
        fc.array(cents, { maxLength: 3 }),
        fc.boolean(),
        (transactions, notes, invoices, isForeign) => {
          const text = writeOfx1(
            {
              '12345678': transactions.map((one) => ({
                id: one.id,
                name: one.name,
                date: `202603${one.day}`,
                amount: `${one.cents < 0 ? '-' : ''}${String(Math.abs(one.cents) / 100)}`,
              })),
            },
            isForeign ? 'USD' : 'EUR',
          );
          const [statement] = unwrap(readBankFile('f', encodeUtf8(text), { hash })).statements;
          if (statement === undefined) throw new Error('no statement');
          const noted = notes.map((one, index) => makeNote(`n${String(index)}`, `2026-03-${one.day}`, one.cents));
          const openInvoices = invoices.map((gross, index) => {
            const invoice = makeInvoice(`F-AB1-2026-000${String(index)}`, '2026-03-02', gross, 'Client');
            return { invoice, dueCents: gross };
          });
          const input = {
            statement,
            payments: [],
            openInvoices,
            bookCurrency: 'EUR',
            defaultVatRatePpm: 0,
            unlabelled: 'Sans libellé',
            exchangeRate: '1',
          };
          const rows = unwrap(planImport({ ...input, entries: noted }));
          expect(rows.map((row) => row.line)).toEqual(statement.lines);
          expect(rows.some((row) => row.verdict === 'alreadyThere')).toBe(false);
          const used = rows.flatMap((row) => row.matches);
          expect(new Set(used).size).toBe(used.length);

          const origin = { importId: 'bankImport:i1', account: statement.accountRef, bookCurrency: 'EUR' };
          const fresh = rows.filter((row) => row.verdict === 'new');
          const afterNew = unwrap(planImport({ ...input, entries: [...noted, ...applyRows(fresh, origin).entries] }));
          expect(afterNew.filter((row) => row.verdict === 'new')).toEqual([]);
          expect(afterNew.filter((row) => row.verdict === 'alreadyThere')).toHaveLength(fresh.length);

          const { entries, payments } = applyRows(rows, origin);
          const afterAll = unwrap(planImport({ ...input, entries: [...noted, ...entries], payments }));
          expect(afterAll.every((row) => row.verdict === 'alreadyThere')).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
