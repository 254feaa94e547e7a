import { expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { listReleasable } from './list-releasable.ts';
import { listWaiting } from './list-waiting.ts';
import type { ReceiptFact } from './receipt-facts.ts';
import { SendGate } from './send-gate.ts';

const NOW = '2026-06-01T12:00:00.000Z';

function fact(hash: string, change: Partial<ReceiptFact> = {}): ReceiptFact {
  const base = { sizeBytes: 10, database: 'receipts-a1', keptAt: '2026-01-01T00:00:00.000Z' };
  return { ...base, sha256: hash, verifiedAt: '', isReleased: false, problem: '', ...change };
}

function expense(hash: string, change: Partial<RecordOf<'expense'>> = {}): RecordOf<'expense'> {
  const made = createRecord(
    { author: { user: 'awa', device: 'D1' }, clock: () => NOW, newId: () => hash },
    {
      type: 'expense',
      activityId: 'A1',
      date: '2026-01-01',
      status: 'active',
      body: {
        label: 'Gasoil',
        category: 'travel',
        amountCents: 100,
        currency: 'EUR',
        vatRatePpm: 0,
        vatCents: 0,
        paidBy: 'member',
        receipt: { sha256: hash, sizeBytes: 10, mimeType: 'image/jpeg', fileName: 'a.jpg' },
      },
    },
  );
  return { ...made, ...change };
}

it('waits for what is here, wanted and not known to be on the server, oldest expense first', () => {
  const expenses = [expense('b'), expense('a'), expense('verified'), expense('released'), expense('elsewhere')];
  const known = [
    fact('a'),
    fact('b'),
    fact('verified', { verifiedAt: NOW }),
    fact('released', { verifiedAt: NOW, isReleased: true }),
    fact('orphan'),
  ];
  expect(listWaiting(expenses, known).map(({ sha256 }) => sha256)).toEqual(['b', 'a']);
  expect(listWaiting([expense('a', { status: 'voided' })], known)).toEqual([]);
});

it('counts one receipt of two expenses once, sent as soon as one of them is', () => {
  const pending = { isPending: true };
  const both = [expense('a', pending), expense('a'), expense('a', pending)];
  expect(listWaiting(both, [fact('a')])).toMatchObject([{ sha256: 'a', isRecordSent: true }]);
  expect(listWaiting([expense('a', pending)], [fact('a')])).toMatchObject([{ isRecordSent: false }]);
});

it('releases nothing the server was not seen to hold, nor anything younger than ninety days', () => {
  const verifiedAt = NOW;
  const known = [
    fact('young', { verifiedAt, keptAt: '2026-03-04T00:00:00.000Z' }),
    fact('old', { verifiedAt, keptAt: '2026-03-02T00:00:00.000Z' }),
    fact('older', { verifiedAt, keptAt: '2026-01-02T00:00:00.000Z' }),
    fact('unsent'),
    fact('altered', { verifiedAt, problem: 'receipt.altered' }),
    fact('gone', { verifiedAt, isReleased: true }),
  ];
  const hashes = (afterDays?: number) => listReleasable(known, NOW, afterDays).map(({ sha256 }) => sha256);
  expect(hashes()).toEqual(['older', 'old']);
  expect(hashes(0)).toEqual(['older', 'old', 'young']);
});

it('opens after a pause that grows, at once when the line is back, and not without a session', () => {
  let now = 0;
  const gate = new SendGate(() => now);
  expect(gate.isOpen).toBe(true);
  gate.failed();
  expect(gate.isOpen).toBe(false);
  const first = gate.waitMs;
  now += first;
  expect(gate.isOpen).toBe(true);
  gate.failed();
  expect(gate.waitMs).toBeGreaterThan(first);
  gate.open();
  expect([gate.isOpen, gate.waitMs]).toEqual([true, 0]);
  gate.refused();
  expect([gate.isOpen, gate.waitMs]).toEqual([false, Number.POSITIVE_INFINITY]);
  gate.open();
  expect(gate.isOpen).toBe(true);
});
