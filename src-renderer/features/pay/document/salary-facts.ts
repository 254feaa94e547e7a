import type { SalaryStatementBody } from '../../../../shared/records/salary-statement.ts';
import { hoursAndMinutes, workingTimeWords } from '../pieces/working-time-words.ts';
import type { Facts } from './pay-sheet-facts.ts';
import type { PayWords } from './pay-words.ts';

/** What a French pay was computed from. */
export function inputFacts({ input }: SalaryStatementBody, words: PayWords): Facts {
  const { payDocument: t, format } = words;
  return [
    [t('contract'), `${measuredBy(input, words)}, ${t(input.isCadre ? 'cadre' : 'nonCadre')}`],
    ...(input.employedDays === undefined ? [] : [[t('employedDays'), String(input.employedDays)] as const]),
    [t('headcount'), String(input.headcount)],
    [t('atmp'), format.rate(input.atmpRatePpm)],
    [t('cover'), `${format.money(input.mutuelleCents)}, ${format.rate(input.mutuelleEmployerSharePpm)}`],
    [t('transport'), format.rate(input.transportRatePpm)],
  ];
}

/** What the pay was measured by; hours only where they determined it. */
function measuredBy(
  { workingTime, weeklyMinutes = 0 }: SalaryStatementBody['input'],
  { contract: t }: PayWords,
): string {
  if (workingTime === undefined) return t('workingTime.firstRule', hoursAndMinutes(weeklyMinutes));
  return workingTime.kind === 'none' ? t('workingTime.lawNone') : workingTimeWords(workingTime, t);
}

/** The activity account when the pay was asked. */
export function accountFacts({ account }: SalaryStatementBody, { payDocument: t, format }: PayWords): Facts {
  return [
    [t('balance'), format.money(account.balanceCents)],
    [t('available'), format.money(account.availableCents)],
    [t('residue'), format.money(account.residueCents)],
  ];
}
