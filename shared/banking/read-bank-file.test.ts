import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../core/utf8.ts';
import { planImport } from './plan-import.ts';
import { MAX_BANK_FILE_BYTES, readBankFile } from './read-bank-file.ts';
import { unwrap } from '../core/result.ts';
import { applyRows } from './testing/make-records.ts';
import { writeOfx1 } from './testing/sample-files.ts';
import { hash } from '../testing/hash.ts';

const read = (text: string) => readBankFile('f', encodeUtf8(text), { hash });
const codeOf = (text: string) => {
  const result = read(text);
  return result.ok ? 'ok' : result.error.code;
};

describe('readBankFile', () => {
  it('reads windows-1252 and names the encoding', () => {
    const text = writeOfx1({ '12345678': [{ id: '1', date: '20260301', amount: '-1', name: 'RÉGLÉ À L’ÉTÉ' }] });
    const bytes = Uint8Array.from(text, (character) => (character === '’' ? 0x92 : character.charCodeAt(0)));
    const file = unwrap(readBankFile('releve.ofx', bytes, { hash }));
    expect(file).toMatchObject({ format: 'ofx', encoding: 'windows-1252' });
    expect(file.statements[0]?.lines[0]?.label).toBe('RÉGLÉ À L’ÉTÉ');
  });

  it('uses the account of the caller only where the file names none', () => {
    const options = { hash, account: 'FR7630004000010001234567812' };
    const csv = unwrap(readBankFile('a.csv', encodeUtf8('Date;Libellé;Montant\n01/03/2026;A;1,00\n'), options));
    expect(csv.statements[0]?.accountRef).toBe('••••5678');
    const ofx = writeOfx1({ '99998888': [{ id: '1', date: '20260301', amount: '1' }] });
    expect(unwrap(readBankFile('a.ofx', encodeUtf8(ofx), options)).statements[0]?.accountRef).toBe('••••8888');
  });

  it('refuses with a code', () => {
    const large = readBankFile('f', new Uint8Array(MAX_BANK_FILE_BYTES + 1), { hash });
    expect(large).toMatchObject({ ok: false, error: { code: 'file.tooLarge' } });
    expect(codeOf('')).toBe('bank.noTransactions');
    expect(codeOf('PK\u0003\u0004\0\0')).toBe('bank.unknownFormat');
    expect(codeOf('%PDF-1.7\na;b\nc;d')).toBe('bank.unknownFormat');
    expect(codeOf('<?xml version="1.0"?><Document>\n<a;b>\n</Document>')).toBe('bank.unknownFormat');
    expect(codeOf('Bonjour, voici le relevé.\nCordialement')).toBe('bank.unknownFormat');
    expect(codeOf(`0130004    00001EUR2 00012345678  010326${' '.repeat(80)}\n`)).toBe('bank.unknownFormat');
    expect(codeOf('<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>')).toBe('bank.unreadable');
    expect(codeOf(writeOfx1({ '12345678': [] }))).toBe('bank.noTransactions');
    expect(codeOf('Date;Libellé;Montant\n')).toBe('bank.noTransactions');
  });

  it('reads and plans 30,000 rows in a time that grows with their number', () => {
    const measure = (count: number): number => {
      const rows = Array.from({ length: count }, (_, index) => {
        const day = String((index % 28) + 1).padStart(2, '0');
        return `${day}/03/2026;CB CAFE ${String(index % 50)};-${String(index % 7)},50`;
      });
      const bytes = encodeUtf8(`Date;Libellé;Montant\n${rows.join('\n')}`);
      const ofx = encodeUtf8(
        writeOfx1({ '12345678': rows.map(() => ({ id: 'SAME', date: '20260301', amount: '-1', name: 'CAFE' })) }),
      );
      const start = process.cpuUsage();
      // Some banks write the whole file on one line.
      const oneLine = Uint8Array.from(ofx, (byte) => (byte === 10 ? 32 : byte));
      for (const content of [bytes, ofx, oneLine]) {
        const [statement] = unwrap(readBankFile('f', content, { hash })).statements;
        if (statement === undefined) throw new Error('no statement');
        expect(statement.lines).toHaveLength(count);
        const input = {
          statement,
          payments: [],
          openInvoices: [],
          bookCurrency: 'EUR',
          defaultVatRatePpm: 200_000,
          unlabelled: 'x',
        };
        const plan = unwrap(planImport({ ...input, entries: [] }));
        const { entries } = applyRows(plan, {
          importId: 'bankImport:i1',
          account: statement.accountRef,
          bookCurrency: 'EUR',
        });
        const again = unwrap(planImport({ ...input, entries }));
        expect(again.every((row) => row.verdict === 'alreadyThere')).toBe(true);
      }
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    };
    measure(300);
    const small = measure(3000);
    const large = measure(30_000);
    console.log(
      `3,000 rows ${small.toFixed(0)} ms, 30,000 rows ${large.toFixed(0)} ms (three files, read and planned twice)`,
    );
    // Ten times the rows: a product of lines and records would take a hundred times as long.
    expect(large).toBeLessThan(small * 40 + 2000);
  }, 120_000);
});

const SAMPLE = new URL('../../../shared/samples/bank/oca_test_ofx_iban.ofx', import.meta.url);

describe('a real file beside the project', () => {
  it('is read with its four lists and its card', () => {
    if (!existsSync(SAMPLE)) {
      console.log('not compared with a real file: ../shared/samples/bank is not beside the project');
      return;
    }
    const { statements, unreadable } = unwrap(readBankFile('oca.ofx', readFileSync(SAMPLE), { hash }));
    expect(unreadable).toEqual([]);
    expect(statements).toMatchObject([
      {
        accountRef: '••••8901',
        currency: 'USD',
        fromDate: '2013-08-01',
        toDate: '2013-08-31',
        closingBalanceCents: 215656,
        lines: [
          { transactionId: '219378', date: '2013-08-24', amountCents: -8000, label: 'Agrolait' },
          { transactionId: '219379', amountCents: -9000 },
          { transactionId: '219380', amountCents: -10000 },
          { transactionId: '219381', amountCents: -9000, label: 'China Scuba' },
        ],
      },
      { accountRef: '••••1234', closingBalanceCents: -56200, lines: [] },
    ]);
  });
});
