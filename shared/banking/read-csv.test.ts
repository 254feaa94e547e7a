import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { readBankFile } from './read-bank-file.ts';
import { hash } from '../testing/hash.ts';

const read = (text: string) => unwrap(readBankFile('releve.csv', encodeUtf8(text), { hash }));

describe('CSV exports', () => {
  it('reads a table with preamble, debit and credit, quotes over two lines and a footer', () => {
    const text = [
      'Téléchargement du 31/03/2026;',
      'Compte de dépôt n° 00012345678;',
      'Solde au 31/03/2026;1 520,40 €',
      '',
      'Date;Libellé;Débit euros;Crédit euros;',
      '05/03/2026;"PRELEVEMENT',
      'EDF ""Bleu""; échéance";85,20;;',
      '04/03/2026;VIR MAIRIE;;1 250,00;',
      'Total des opérations;;85,20;1 250,00;',
    ].join('\r\n');
    const { statements, unreadable, csv } = read(text);
    expect(csv).toMatchObject({
      isComplete: true,
      columnNames: ['Date', 'Libellé', 'Débit euros', 'Crédit euros', ''],
    });
    expect(csv?.mapping).toEqual({
      separator: ';',
      headerIndex: 3,
      dateOrder: 'dayFirst',
      roles: ['date', 'label', 'debit', 'credit', 'ignored'],
    });
    expect(csv?.preamble).toHaveLength(3);
    expect(statements).toMatchObject([
      {
        accountRef: '••••5678',
        currency: 'EUR',
        fromDate: '2026-03-04',
        toDate: '2026-03-05',
        lines: [
          { date: '2026-03-05', amountCents: -8520, label: 'PRELEVEMENT EDF "Bleu"; échéance', row: 6 },
          { date: '2026-03-04', amountCents: 125000, label: 'VIR MAIRIE', row: 8 },
        ],
      },
    ]);
    expect(unreadable).toEqual([{ row: 9, text: 'Total des opérations;;85,20;1 250,00;', reason: 'date' }]);
  });

  it('reads several labels, a reference, a balance and ignores the value date', () => {
    const text = `Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Type operation;Debit;Credit;Date de valeur;Solde
02/03/2026;CAFE;CB CAFE 01/03;R1;Carte;-1,50;;03/03/2026;98,50
03/03/2026;Loyer;PRLV LOYER MARS;R2;Prelevement;-40,00;;03/03/2026;58,50`;
    const [statement] = read(text).statements;
    expect(statement).toMatchObject({ closingBalanceCents: 5850 });
    expect(statement?.lines).toMatchObject([
      { date: '2026-03-02', amountCents: -150, label: 'CB CAFE 01/03', reference: 'R1' },
      { amountCents: -4000, label: 'PRLV LOYER MARS', reference: 'R2' },
    ]);
  });

  it('reads commas, ISO dates and several currencies and accounts', () => {
    const text = `Date,Description,Amount,Currency,Compte
2026-03-01,"Stripe, payout",1250.00,EUR,FR7630004000010001234567812
2026-03-02,Café,-3.50,EUR,FR7630004000010001234567812
2026-03-02,Vanille,-15000,MGA,FR7630004000010001234567812
2026-03-03,Frais,-2.00,EUR,FR7630004000010000000999912
2026-03-04,Frais,-2.00,EUR,FR7630004000010000000999912`;
    expect(read(text).statements.map((one) => [one.accountRef, one.currency, one.lines.length])).toEqual([
      ['••••5678', 'EUR', 2],
      ['••••5678', 'MGA', 1],
      ['••••9999', 'EUR', 2],
    ]);
  });

  it('guesses columns without a header and with unknown names', () => {
    const bare = '01/03/2026\t-12,00\tCB EPICERIE\n13/03/2026\t400,00\tVIR CLIENT\n';
    expect(read(bare).csv?.mapping).toMatchObject({
      separator: '\t',
      headerIndex: -1,
      roles: ['date', 'amount', 'label'],
    });
    const unknown = `Foo;Bar;Baz\n${bare.replaceAll('\t', ';')}`;
    expect(read(unknown)).toMatchObject({ unreadable: [], csv: { columnNames: ['Foo', 'Bar', 'Baz'] } });
    expect(
      read('Date,Amount,Description\n03/13/2026,-1.00,A\n03/02/2026,-2.00,B\n').statements[0]?.lines[1]?.date,
    ).toBe('2026-03-02');
  });

  it('reads unsigned amounts with a direction, and starts another account at a line that names it', () => {
    const text = `Date;Libellé;Montant;Sens
01/03/2026;CAFE;1,50;D
02/03/2026;VIR;100,00;Crédit
Compte n° 00099998888;;;
03/03/2026;CAFE;1,50;D
04/03/2026;CAFE;1,50;X`;
    const { statements, unreadable } = read(text);
    expect(statements.map((one) => [one.accountRef, one.lines.map((line) => line.amountCents)])).toEqual([
      ['', [-150, 10000]],
      ['••••8888', [-150]],
    ]);
    expect(unreadable.map(({ reason }) => reason)).toEqual(['date', 'amount']);
  });

  it('takes the mapping of the person, and reads nothing until there is one', () => {
    const text = 'A;B;C\nx;1 euro;12\ny;2 euro;13\n';
    const first = read(text);
    expect(first.csv?.isComplete).toBe(false);
    expect(first.unreadable.length).toBeGreaterThanOrEqual(2);
    const dates = 'Quand;Quoi;Plus;Moins\n01/02/2026;A;1,00;0,00\n02/02/2026;B;0,00;2,00\n';
    const csvMapping = {
      separator: ';',
      headerIndex: 0,
      dateOrder: 'monthFirst',
      roles: ['date', 'label', 'credit', 'debit'],
    } as const;
    const chosen = unwrap(readBankFile('a.csv', encodeUtf8(dates), { hash, csvMapping }));
    expect(chosen.statements[0]?.lines.map((line) => [line.date, line.amountCents])).toEqual([
      ['2026-01-02', 100],
      ['2026-02-02', -200],
    ]);
  });
});
