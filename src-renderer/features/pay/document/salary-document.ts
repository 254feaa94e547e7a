import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { parameterDifference } from '../../../../shared/pay/parameter-difference.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { SalaryStatementBody } from '../../../../shared/records/salary-statement.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import type { PdfBlock, PdfDocument } from '../../../pdf/pdf-document.ts';
import { differenceLines, sideLines, sumLines, yearLines } from '../pieces/explained-statement.ts';
import type { NetPay } from '../pieces/net-pay.ts';
import { isGridUnknown, paymentWords, taxLine } from '../pieces/net-pay.ts';
import { explanationBlock, proofBlocks, stepsBlock } from './document-blocks.ts';
import type { PayParties } from './pay-sheet-facts.ts';
import { personFacts } from './pay-sheet-facts.ts';
import type { PayWords } from './pay-words.ts';
import { accountFacts, inputFacts } from './salary-facts.ts';

/** What a document shows of a pay beyond the pay itself. */
export interface SalaryKnown {
  readonly versions: readonly PayrollParameters[];
  readonly pays: readonly RecordOf<'salaryStatement'>[];
  /** What its reader may know of the tax. */
  readonly net?: NetPay | undefined;
}

/**
 * A French pay as a document: what the screen shows, in the same order. `versions` are the known payroll parameters, `pays` the
 * person's.
 */
export function salaryDocument(
  statement: RecordOf<'salaryStatement'>,
  parties: PayParties,
  { versions, pays, net }: SalaryKnown,
  words: PayWords,
): Pick<PdfDocument, 'title' | 'blocks'> {
  const { payDocument: t, pay: tPay, format } = words;
  const { body } = statement;
  const { period, yearSoFar, yearToDate } = body.input;
  const year = yearSoFar ?? yearToDate;
  const { ruleVersion } = body.computation;
  const settled = parameterDifference({ period, ruleVersion }, pays, versions);
  const difference = settled.ok ? settled.value : undefined;
  const month = format.month(body.input.period);
  const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
  const side = (name: 'employer' | 'employee'): PdfBlock =>
    explanationBlock(sideLines(body, name, versions, words), words);
  return {
    title: t('title', { month }),
    blocks: [
      { kind: 'notice', text: t('notPayslip'), hint: t('notPayslipHint') },
      ...(isEstimate(ruleVersion)
        ? [{ kind: 'notice' as const, text: tPay('estimate'), hint: tPay('provisional') }]
        : []),
      { kind: 'facts', facts: personFacts(statement, parties, words) },
      ...(net === undefined ? [] : netBlocks(body, net, words)),
      heading(t('inputs')),
      { kind: 'facts', facts: inputFacts(body, words) },
      heading(t('detail', { month })),
      explanationBlock(sumLines(body, words), words),
      heading(tPay('employerContributions')),
      side('employer'),
      heading(tPay('employeeContributions')),
      side('employee'),
      ...(year === undefined ? [] : [heading(t('year')), explanationBlock(yearLines(year, words), words)]),
      ...(difference === undefined
        ? []
        : [
            heading(tPay('parameterDifference')),
            {
              kind: 'note' as const,
              text: tPay('parameterDifference.months', {
                months: difference.months.map(({ month: of }) => format.month(of)).join(', '),
              }),
            },
            explanationBlock(differenceLines(difference, words), words),
          ]),
      heading(t('account')),
      { kind: 'facts', facts: accountFacts(body, words) },
      heading(t('history')),
      stepsBlock(body.history, words),
      ...proofBlocks(body, words),
    ],
  };
}

/** What reaches the bank account, and when, as far as the reader may know. */
function netBlocks({ totals }: SalaryStatementBody, net: NetPay, words: PayWords): readonly PdfBlock[] {
  const { withholding: t, format } = words;
  const before = { label: t('netBeforeTax'), amount: format.money(totals.netBeforeTaxCents) };
  const heading: PdfBlock = { kind: 'heading', text: t('title') };
  if (net.kind === 'personal') {
    return [heading, explanationBlock([before], words), { kind: 'note', text: t('personal') }];
  }
  const when: PdfBlock = { kind: 'note', text: paymentWords(net.payment, words) };
  if (net.kind === 'unknown') {
    const lines = [before, { label: t('tax'), amount: t(isGridUnknown(net.error) ? 'gridUnknown' : 'unknown') }];
    return [heading, explanationBlock(lines, words), { kind: 'note', text: format.error(net.error) }, when];
  }
  const { netPaidCents } = net.withholding;
  const lines = [before, taxLine(net.withholding, words), { label: t('netPaid'), amount: format.money(netPaidCents) }];
  return [heading, explanationBlock(lines, words), when];
}
