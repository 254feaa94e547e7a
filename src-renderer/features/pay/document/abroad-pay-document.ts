import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { PdfDocument } from '../../../pdf/pdf-document.ts';
import { abroadAccountFacts, abroadLines } from './abroad-pay-content.ts';
import { explanationBlock, proofBlocks, stepsBlock } from './document-blocks.ts';
import type { PayParties } from './pay-sheet-facts.ts';
import { personFacts } from './pay-sheet-facts.ts';
import type { PayWords } from './pay-words.ts';

/** A pay outside the French payroll as a document, in its own currency. */
export function abroadPayDocument(
  pay: RecordOf<'abroadPay'>,
  parties: PayParties,
  words: PayWords,
): Pick<PdfDocument, 'title' | 'blocks'> {
  const { payDocument: t, abroad: tAbroad, format } = words;
  const { body } = pay;
  const { profile } = body.input;
  return {
    title: t('titleAbroad', { month: format.month(body.input.period) }),
    blocks: [
      { kind: 'notice', text: t('notPayslip'), hint: t('notPayslipHintAbroad') },
      { kind: 'facts', facts: personFacts(pay, parties, words) },
      { kind: 'heading', text: tAbroad('paid') },
      explanationBlock(abroadLines(body, words), words),
      {
        kind: 'note',
        text: tAbroad('profile', {
          version: profile.version,
          date: format.date(profile.from),
          source: profile.source,
        }),
      },
      { kind: 'note', text: tAbroad('noEuro', { currency: body.currency }) },
      { kind: 'heading', text: t('account') },
      { kind: 'facts', facts: abroadAccountFacts(body, words) },
      { kind: 'heading', text: t('history') },
      stepsBlock(body.history, words),
      ...proofBlocks(body, words),
    ],
  };
}
