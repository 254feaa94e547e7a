import type { AbroadPayBody } from '../../../../shared/records/abroad-pay.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import type { Facts } from './pay-sheet-facts.ts';
import type { PayWords } from './pay-words.ts';

/** The activity account when a pay abroad was asked, in its own currency. */
export function abroadAccountFacts({ account, currency }: AbroadPayBody, { payDocument: t, format }: PayWords): Facts {
  return [
    [t('balance'), format.money(account.balanceMinor, currency)],
    [t('available'), format.money(account.availableMinor, currency)],
  ];
}

/** From the budget to what the person receives, line by line. */
export function abroadLines(body: AbroadPayBody, { abroad: t, format }: PayWords): readonly ExplanationLine[] {
  const { input, lines, currency, paidMinor } = body;
  const { profile, budgetMinor } = input;
  const money = (amountMinor: number): string => format.money(amountMinor, currency);
  return [
    { label: t('budget'), amount: money(budgetMinor) },
    ...lines.map((line) => {
      const known = profile.lines.find(({ code }) => code === line.code);
      return {
        label: known?.label ?? line.code,
        base: money(line.baseMinor),
        ...(line.ratePpm !== 0 && { rate: format.rate(line.ratePpm) }),
        amount: money(-line.amountMinor),
        rule: profile.version,
        source: known?.source ?? '',
      };
    }),
    { label: t('paid'), amount: money(paidMinor) },
  ];
}
