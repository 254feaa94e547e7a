import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { hash } from '../testing/hash.ts';
import { computeInvoiceTotals, INVOICE_RULE_VERSION, proveInvoiceTotals } from './invoice-totals.ts';
import { computeLineAmount } from './line-amount.ts';
import { netShareOfPayments } from './payment-share.ts';

const decimal = (maxWhole: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: maxWhole }), fc.stringMatching(/^\d{0,6}$/), fc.boolean())
    .map(
      ([whole, digits, isNegative]) => `${isNegative ? '-' : ''}${String(whole)}${digits === '' ? '' : `.${digits}`}`,
    );

const line = fc.record({
  description: fc.constant('x'),
  quantity: decimal(2000),
  unit: fc.constant(''),
  unitPrice: decimal(100_000),
  vatRatePpm: fc.constantFrom(200_000, 100_000, 55_000, 21_000, 0),
});

/** Millionths, read digit by digit: another way than the rule's. */
function millionths(text: string): bigint {
  const isNegative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(`${whole}${`${fraction}000000`.slice(0, 6)}`);
  return isNegative ? -value : value;
}

describe('computeLineAmount', () => {
  it('is the exact product, rounded half away from zero to the cent', () => {
    fc.assert(
      fc.property(decimal(2000), decimal(100_000), (quantity, price) => {
        const cents = BigInt(unwrap(computeLineAmount(quantity, price)));
        const exact = millionths(quantity) * millionths(price);
        const distance = exact - cents * 10_000_000_000n;
        const magnitude = distance < 0n ? -distance : distance;
        expect(magnitude <= 5_000_000_000n).toBe(true);
        // At the very half the cent farther from zero wins.
        if (magnitude === 5_000_000_000n) expect(distance < 0n).toBe(exact > 0n);
      }),
    );
  });

  it('never gives minus zero and knows currencies without cents', () => {
    expect(Object.is(unwrap(computeLineAmount('-0', '12')), 0)).toBe(true);
    expect(unwrap(computeLineAmount('3', '1500.5', 0))).toBe(4502);
    expect(unwrap(computeLineAmount('-0.5', '0.01'))).toBe(-1);
  });

  it.each(['', '1,5', '1e3', '.5', '1.1234567', '1234567890'])('refuses %s', (text) => {
    expect(computeLineAmount(text, '1')).toMatchObject({ ok: false, error: { code: 'quantity.invalid' } });
  });

  it('refuses an amount no record may hold', () => {
    expect(unwrap(computeLineAmount('100000', '100000'))).toBe(1_000_000_000_000);
    expect(computeLineAmount('100000', '100000.000001')).toMatchObject({ error: { code: 'amount.tooLarge' } });
    expect(computeLineAmount('999999999', '999999999')).toMatchObject({ error: { code: 'amount.tooLarge' } });
  });
});

describe('computeInvoiceTotals', () => {
  it('adds up: the rates give the totals, the lines give the rates, net and VAT give the gross', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const totals = unwrap(computeInvoiceTotals(lines, 'EUR'));
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(totals.byRate.map((row) => row.netCents))).toBe(totals.netCents);
        expect(sum(totals.byRate.map((row) => row.vatCents))).toBe(totals.vatCents);
        expect(totals.netCents + totals.vatCents).toBe(totals.grossCents);
        expect(sum(lines.map((entry) => unwrap(computeLineAmount(entry.quantity, entry.unitPrice))))).toBe(
          totals.netCents,
        );
        expect(totals.byRate.every((row) => Number.isInteger(row.vatCents))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the lines, nor do its digests of the result', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const one = unwrap(computeInvoiceTotals(lines, 'EUR'));
        const two = unwrap(computeInvoiceTotals(lines.toReversed(), 'EUR'));
        expect(two).toEqual(one);
        expect(proveInvoiceTotals(lines, 'EUR', one, hash).resultDigest).toBe(
          proveInvoiceTotals(lines.toReversed(), 'EUR', two, hash).resultDigest,
        );
      }),
    );
  });

  it('computes VAT once per rate on the sum (EN 16931, BR-CO-17)', () => {
    const make = (quantity: string, unitPrice: string, vatRatePpm: number) => ({
      description: 'x',
      quantity,
      unit: '',
      unitPrice,
      vatRatePpm,
    });
    // 1 180.00 and −100.00 at 20 %, 155.00 at 5.5 %: 224.53 of VAT, the half cent of 8.525 rounded up.
    const lines = [make('2', '590', 200_000), make('1', '155', 55_000), make('-1', '100', 200_000)];
    expect(unwrap(computeInvoiceTotals(lines, 'EUR'))).toEqual({
      byRate: [
        { vatRatePpm: 200_000, netCents: 108_000, vatCents: 21_600 },
        { vatRatePpm: 55_000, netCents: 15_500, vatCents: 853 },
      ],
      netCents: 123_500,
      vatCents: 22_453,
      grossCents: 145_953,
    });
    // Three lines of 0.01 at 20 %: 0.006 of VAT on the sum is 0.01; line by line it would be 0.
    const small = Array.from({ length: 3 }, () => make('1', '0.01', 200_000));
    expect(unwrap(computeInvoiceTotals(small, 'EUR')).vatCents).toBe(1);
  });
});

describe('the bounds and the proof of totals', () => {
  const make = (unitPrice: string, vatRatePpm: number) => ({
    ...{ description: 'x', quantity: '1', unit: '', unitPrice, vatRatePpm },
  });
  // Ten billion, the most a record may hold, in pieces that a unit price may hold.
  const ten = (vatRatePpm: number) => [
    ...Array.from({ length: 10 }, () => make('999999999.9', vatRatePpm)),
    make('1', vatRatePpm),
  ];

  it.each([
    ['the most there may be', ten(0), true],
    ['a cent too much', [...ten(0), make('0.01', 0)], false],
    ['a cent too much taken back', [...ten(0), make('0.01', 0)].map((each) => ({ ...each, quantity: '-1' })), false],
    ['too much with its VAT', ten(21_000), false],
    ['too much at one rate, though another takes it back', [...ten(0), make('1', 0), make('-2', 55_000)], false],
  ])('%s', (_, lines, isOk) => {
    const totals = computeInvoiceTotals(lines, 'EUR');
    expect(totals.ok).toBe(isOk);
    if (!totals.ok) expect(totals.error.code).toBe('amount.tooLarge');
  });

  it('refuses the line that cannot be read', () => {
    expect(computeInvoiceTotals([make('1', 0), make('1,5', 0)], 'EUR')).toMatchObject({
      error: { code: 'quantity.invalid' },
    });
  });

  it('rates go down, whatever the order of the lines', () => {
    const rates = [55_000, 200_000, 0, 100_000];
    const totals = unwrap(
      computeInvoiceTotals(
        rates.map((rate) => make('1', rate)),
        'EUR',
      ),
    );
    expect(totals.byRate.map((row) => row.vatRatePpm)).toEqual([200_000, 100_000, 55_000, 0]);
  });

  it('the proof is of these lines, this currency and these totals', () => {
    const totals = unwrap(computeInvoiceTotals([make('1', 0)], 'EUR'));
    const proof = proveInvoiceTotals([make('1', 0)], 'EUR', totals, hash);
    expect(proof).toMatchObject({ rule: 'invoiceTotals', ruleVersion: INVOICE_RULE_VERSION });
    expect(INVOICE_RULE_VERSION).toBe('invoice-1');
    const others = [
      proveInvoiceTotals([make('2', 0)], 'EUR', totals, hash),
      proveInvoiceTotals([make('1', 0)], 'CHF', totals, hash),
    ];
    for (const other of others) {
      expect(other.inputDigest).not.toBe(proof.inputDigest);
      expect(other.resultDigest).toBe(proof.resultDigest);
    }
    const dearer = proveInvoiceTotals([make('1', 0)], 'EUR', { ...totals, grossCents: 7 }, hash);
    expect(dearer.inputDigest).toBe(proof.inputDigest);
    expect(dearer.resultDigest).not.toBe(proof.resultDigest);
  });
});

describe('netShareOfPayments', () => {
  it('never loses a cent: payments in any parts give all of the net in the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000_000 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 }),
        (netCents, vatCents, weights) => {
          const grossCents = netCents + vatCents;
          const totals = { byRate: [], netCents, vatCents, grossCents };
          const weight = weights.reduce((sum, value) => sum + value, 0);
          let paid = 0;
          let collected = 0;
          weights.forEach((part, index) => {
            const isLast = index === weights.length - 1;
            const next = isLast ? grossCents : paid + Math.floor((grossCents * part) / weight);
            const share = netShareOfPayments(totals, next) - netShareOfPayments(totals, paid);
            expect(share).toBeGreaterThanOrEqual(0);
            collected += share;
            paid = next;
          });
          expect(collected).toBe(netCents);
        },
      ),
    );
  });

  it('takes back exactly what a reversed payment gave', () => {
    const totals = { byRate: [], netCents: 10_001, vatCents: 2000, grossCents: 12_001 };
    expect(netShareOfPayments(totals, 5000) + (netShareOfPayments(totals, 0) - netShareOfPayments(totals, 5000))).toBe(
      0,
    );
    expect(netShareOfPayments({ byRate: [], netCents: 0, vatCents: 0, grossCents: 0 }, 500)).toBe(0);
  });
});
