import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { readNumber, readObject, readText } from '../../device/pieces/read-body.ts';
import type { RecordSummary, WordsPart } from '../../device/pieces/type-words.ts';
import { NAMED, titled } from '../../device/pieces/type-words.ts';

export const billingWords = {
  customer: { ...NAMED, address: () => '/customers' },
  invoice: {
    describe: describeInvoice,
    address: ({ id }) => `/invoices/${id}`,
    proof: ['computation', 'sequence', 'series'],
  },
  payment: {
    describe: ({ body }) => ({ ...titled(readText(body, 'note')), amountCents: readNumber(body, 'amountCents') }),
    address({ body }) {
      const invoiceId = readText(body, 'invoiceId');
      return invoiceId === '' ? '/invoices' : `/invoices/${invoiceId}`;
    },
    proof: [],
  },
} satisfies WordsPart;

/** By number and customer; a draft by its customer or its subject. */
function describeInvoice({ body }: AnyRecord): RecordSummary {
  const amountCents = readNumber(readObject(body, 'totals'), 'grossCents');
  const number = readText(body, 'number');
  const party = readText(readObject(body, 'customer'), 'name') || readText(body, 'subject');
  if (number === '') return { title: { kind: 'draftInvoice', text: party }, amountCents };
  return { ...titled(party === '' ? number : `${number}, ${party}`), amountCents };
}
