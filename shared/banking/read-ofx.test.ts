import { describe, expect, it } from 'vitest';
import { isFingerprint } from './fingerprint.ts';
import { readOfx } from './read-ofx.ts';
import { writeOfx1 } from './testing/sample-files.ts';
import { hash } from '../testing/hash.ts';

const read = (text: string) => readOfx(text, { hash, defaultCurrency: 'EUR' });

describe('readOfx', () => {
  it('reads OFX 1 with comma amounts, entities and two accounts', () => {
    const text = writeOfx1({
      '00012345678': [
        { id: 'A1', date: '20260303', amount: '-42,90', name: 'PRLV CAF&Eacute; &amp; TH&#201;', memo: 'ECH 03/26' },
        {
          id: 'A2',
          date: '20260304120000[+1:CET]',
          amount: '+1250.00',
          name: 'VIR RECU',
          memo: 'VIR RECU /DE MAIRIE DE MENDE /MOTIF F-1',
        },
      ],
      FR7630004000010009999999912: [{ id: 'B1', date: '20260305', amount: '-1', name: 'FRAIS' }],
    });
    const { statements, unreadable } = read(text);
    expect(unreadable).toEqual([]);
    expect(statements.map((statement) => statement.accountRef)).toEqual(['••••5678', '••••9999']);
    expect(statements[0]).toMatchObject({
      currency: 'EUR',
      fromDate: '2026-03-01',
      toDate: '2026-03-31',
      closingBalanceCents: 152040,
    });
    expect(statements[0]?.lines).toMatchObject([
      { transactionId: 'A1', date: '2026-03-03', amountCents: -4290, label: 'PRLV CAFÉ & THÉ ECH 03/26' },
      {
        transactionId: 'A2',
        date: '2026-03-04',
        amountCents: 125000,
        counterparty: 'MAIRIE DE MENDE',
        label: 'VIR RECU /DE MAIRIE DE MENDE /MOTIF F-1',
      },
    ]);
  });

  it('reads OFX 2, several lists, a payee, a row in its own currency and a card', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?>
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>11112222</ACCTID></BANKACCTFROM>
<!-- <STMTTRN> in a comment is no row -->
<BANKTRANLIST><DTSTART>20260210</DTSTART><DTEND>20260228</DTEND>
<STMTTRN><DTPOSTED>20260211</DTPOSTED><TRNAMT>-3.50</TRNAMT><FITID>1</FITID><PAYEE><NAME>Boulangerie</NAME><CITY>Mende</CITY></PAYEE><MEMO/></STMTTRN>
</BANKTRANLIST><BANKTRANLIST><DTSTART>20260201</DTSTART><DTEND>20260209</DTEND>
<STMTTRN><DTPOSTED>20260202</DTPOSTED><TRNAMT>-20</TRNAMT><FITID>2</FITID><NAME><![CDATA[A < B & C]]></NAME><CURRENCY><CURRATE>0.9</CURRATE><CURSYM>USD</CURSYM></CURRENCY></STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1>
<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR</CURDEF><CCACCTFROM><ACCTID>4970101122223333</ACCTID></CCACCTFROM>
<BANKTRANLIST><STMTTRN><DTPOSTED>20260203</DTPOSTED><TRNAMT>-9.99</TRNAMT><FITID>1</FITID><NAME>Hébergement</NAME></STMTTRN></BANKTRANLIST>
</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
    const { statements, unreadable } = read(text);
    expect(unreadable).toEqual([]);
    expect(statements).toMatchObject([
      {
        accountRef: '••••2222',
        currency: 'EUR',
        fromDate: '2026-02-01',
        toDate: '2026-02-28',
        lines: [{ label: 'Boulangerie', counterparty: 'Boulangerie', row: 5 }],
      },
      { accountRef: '••••2222', currency: 'USD', lines: [{ amountCents: -2000, label: 'A < B & C' }] },
      { accountRef: '••••3333', currency: 'EUR', lines: [{ amountCents: -999, label: 'Hébergement' }] },
    ]);
  });

  it('gives lines without an id distinct fingerprints, the same at each reading', () => {
    const coffee = { date: '20260303', amount: '-1,50', name: 'CAFE DE LA GARE' };
    const text = writeOfx1({ '12345678': [coffee, coffee, { ...coffee, id: '0' }] });
    const ids = read(text).statements[0]?.lines.map((line) => line.transactionId) ?? [];
    expect(new Set(ids).size).toBe(3);
    expect(ids.every(isFingerprint)).toBe(true);
    expect(read(text).statements[0]?.lines.map((line) => line.transactionId)).toEqual(ids);
  });

  it('returns what it cannot read with its text and the reason', () => {
    const good = { id: 'ok', date: '20260303', amount: '-1,50', name: 'CAFE' };
    const text = writeOfx1({
      '12345678': [
        good,
        { id: 'd', date: '20260231', amount: '-1,50', name: 'BAD DATE' },
        { id: 'a', date: '20260303', amount: '1,234', name: 'BAD AMOUNT' },
        { id: 'n', date: '20260303', amount: '', name: 'NO AMOUNT' },
      ],
    });
    const { statements, unreadable } = read(text);
    expect(statements[0]?.lines).toHaveLength(1);
    expect(unreadable.map(({ reason }) => reason)).toEqual(['date', 'amount', 'amount']);
    expect(unreadable[0]?.text).toContain('BAD DATE');
    expect(text.split('\n')[(unreadable[0]?.row ?? 0) - 1]).toBe('<STMTTRN>');
  });

  it('says that a file was cut off rather than read half an amount', () => {
    const text = writeOfx1({ '12345678': [{ id: '1', date: '20260303', amount: '-120,00' }] });
    const { statements, unreadable } = read(text.slice(0, text.indexOf('0,00')));
    expect(statements[0]?.lines).toEqual([]);
    expect(unreadable).toMatchObject([{ reason: 'truncated' }]);
  });

  it('keeps pending and correcting rows out of the lines', () => {
    const text = `<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>12345678</BANKACCTFROM><BANKTRANLIST>
<STMTTRN><DTPOSTED>20260303<TRNAMT>5<FITID>2<CORRECTFITID>1<CORRECTACTION>DELETE</STMTTRN></BANKTRANLIST>
<BANKTRANLISTP><STMTTRNP><DTTRAN>20260303<TRNAMT>-5<NAME>CB</STMTTRNP></BANKTRANLISTP></STMTRS></OFX>`;
    expect(read(text).unreadable.map(({ reason }) => reason)).toEqual(['correction', 'pending']);
  });
});
