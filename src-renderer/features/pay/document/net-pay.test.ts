import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { buildDemoCooperative } from '../../../../shared/demo/build-demo-cooperative.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { PAYROLL_PARAMETERS } from '../../../../shared/salary/find-parameters.ts';
import { plainBlanks, renderAndRead } from '../../../pdf/testing/read-pdf.test-support.ts';
import { startPayWords } from './pay-words.test-support.ts';
import { salaryDocument } from './salary-document.ts';
import type { NetPay } from '../pieces/net-pay.ts';
import { netPayOf } from '../pieces/net-pay.ts';

const demo = buildDemoCooperative('2026-09-17', (bytes) => bytesToHex(sha256(bytes)));
const rates = demo.personal.flatMap(({ records }) => records).filter((record) => isOfType(record, 'withholdingRate'));
const facts = { rates, cooperative: demo.cooperative, today: '2026-01-01' };
const lea = { role: 'member', account: 'lea.morvan' } as const;
const pay = {
  period: '2026-07',
  totals: { taxableNetCents: 200_000, netBeforeTaxCents: 190_000 },
  history: [],
};

it('the person and the support team see tax and net, whoever else works in the activity sees neither', () => {
  const known = { kind: 'known', payment: { kind: 'planned', date: '2026-07-28' } };
  for (const reader of [lea, { role: 'supportTeam', account: 'nadia.charpentier' } as const]) {
    expect(netPayOf(reader, pay, 'lea.morvan', facts)).toMatchObject({
      ...known,
      withholding: { amountCents: 7_600, netPaidCents: 182_400 },
    });
  }
  expect(netPayOf({ role: 'member', account: 'ben.roux' }, pay, 'lea.morvan', facts)).toEqual({ kind: 'personal' });
});

it('nothing is guessed without a rate, nor without a grid', () => {
  const support = { role: 'supportTeam', account: 'nadia.charpentier' } as const;
  const codeOf = (net: NetPay): string => (net.kind === 'unknown' ? net.error.code : net.kind);
  expect(codeOf(netPayOf(support, pay, 'awa.diallo', facts))).toBe('withholding.noRate');
  expect(codeOf(netPayOf(support, pay, 'tomasz.kowalski', facts))).toBe('withholding.noGrid');
  expect(codeOf(netPayOf(support, pay, 'lea.morvan', { rates: [], cooperative: undefined, today: '2025-01-01' }))).toBe(
    'withholding.noRate',
  );
});

it('the document says as much as its reader may know', async () => {
  const activity = demo.activities.find(({ person }) => person.account === 'lea.morvan');
  const find = <T extends 'salaryStatement' | 'activitySettings'>(type: T): RecordOf<T> => {
    const found = activity?.records.find((record): record is RecordOf<T> => isOfType(record, type));
    if (found === undefined) throw new Error(`no ${type}`);
    return found;
  };
  const statement = find('salaryStatement');
  const { input, totals, history } = statement.body;
  const words = await startPayWords('fr');
  const read = async (net: NetPay): Promise<string> => {
    const parts = salaryDocument(
      statement,
      { settings: find('activitySettings').body, cooperative: demo.cooperative },
      { versions: PAYROLL_PARAMETERS, pays: [], net },
      words,
    );
    const page = {
      language: 'fr',
      author: 'x',
      madeAt: new Date('2026-09-17T10:00:00Z'),
      footer: 'x',
      pageText: () => '',
    } as const;
    return plainBlanks((await renderAndRead({ ...page, ...parts })).text);
  };
  const own = netPayOf(lea, { period: input.period, totals, history }, 'lea.morvan', facts);
  if (own.kind !== 'known') throw new Error(own.kind);
  const whole = await read(own);
  expect(whole).toContain(`Net versé ${plainBlanks(words.format.money(own.withholding.netPaidCents))}`);
  expect(whole).toContain('Compte rendu métier de la DSN');
  const others = await read({ kind: 'personal' });
  expect(others).toContain('L’impôt est personnel');
  expect(others).not.toMatch(/Net versé \d|Compte rendu|3,8/);
});
