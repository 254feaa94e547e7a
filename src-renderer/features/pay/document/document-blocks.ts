import type { Computation } from '../../../../shared/core/computation.ts';
import type { PayHistory } from '../../../../shared/records/pay-history.ts';
import { localToday } from '../../../data/local-today.ts';
import type { PdfBlock } from '../../../pdf/pdf-document.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import type { PayWords } from './pay-words.ts';

/** Lines of an explanation with the columns of the screen: label, base, rate, amount, rule and source. */
export function explanationBlock(lines: readonly ExplanationLine[], { common: t }: PayWords): PdfBlock {
  const hasBase = lines.some(({ base, rate }) => base !== undefined || rate !== undefined);
  const hasRule = lines.some(({ rule, source }) => rule !== undefined || source !== undefined);
  const row = (label: string, base: string, rate: string, amount: string, rule: string) => [
    { text: label, kind: 'text' as const },
    ...(hasBase ? [base, rate].map((text) => ({ text, kind: 'number' as const })) : []),
    { text: amount, kind: 'number' as const },
    ...(hasRule ? [{ text: rule, kind: 'note' as const }] : []),
  ];
  return {
    kind: 'table',
    heads: row(t('label'), t('base'), t('rate'), t('amount'), t('rule')),
    rows: lines.map(({ label, base = '', rate = '', amount, rule = '', source = '' }) =>
      row(label, base, rate, amount, [rule, source].filter((part) => part !== '').join(' · ')),
    ),
  };
}

/** The steps of a pay, each with date, author and comment. */
export function stepsBlock(history: PayHistory, { common, payDocument: t, pay: tPay, format }: PayWords): PdfBlock {
  const row = (state: string, date: string, author: string, note: string) => [
    ...[state, date, author].map((text) => ({ text, kind: 'text' as const })),
    { text: note, kind: 'note' as const },
  ];
  return {
    kind: 'table',
    heads: row(t('state'), common('date'), t('author'), t('comment')),
    rows: history.map(({ status, at, by, comment }) =>
      row(
        tPay(`status.${status as 'paid'}`, { defaultValue: status }),
        format.date(localToday(new Date(at))),
        by,
        comment ?? '',
      ),
    ),
  };
}

/** What proves the figures: rule, digests of what went in and what came out, seal. */
export function proofBlocks(
  { computation, seal }: { readonly computation: Computation; readonly seal: string },
  { payDocument: t }: PayWords,
): readonly PdfBlock[] {
  return [
    t('proof', { version: computation.ruleVersion, digest: computation.resultDigest }),
    t('proofInput', { digest: computation.inputDigest }),
    t('seal', { seal }),
  ].map((text) => ({ kind: 'note', text }));
}
