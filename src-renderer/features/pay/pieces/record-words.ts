import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { readNumber, readObject, readText } from '../../device/pieces/read-body.ts';
import type { RecordSummary, WordsPart } from '../../device/pieces/type-words.ts';
import { NAMED, titled } from '../../device/pieces/type-words.ts';

export const payWords = {
  abroadPay: {
    describe: (record) => payOf(record, readNumber(record.body, 'paidMinor')),
    address: () => '/pay',
    proof: ['seal'],
  },
  payPlan: NAMED,
  salaryStatement: {
    describe: (record) => payOf(record, readNumber(readObject(record.body, 'totals'), 'netBeforeTaxCents')),
    address: () => '/pay',
    proof: ['seal'],
  },
  withholdingRate: {
    describe: ({ body, date }) => titled(`${readText(body, 'person')}, ${date}`),
    address: () => undefined,
    proof: [],
  },
} satisfies WordsPart;

function payOf({ body, date }: AnyRecord, amountCents: number | undefined): RecordSummary {
  const month = readText(readObject(body, 'input'), 'period') || date.slice(0, 7);
  return { title: { kind: 'payOf', month }, amountCents };
}
