import type { SalaryStatementBody } from '../../../../shared/records/salary-statement.ts';
import type { Facts } from './pay-sheet-facts.ts';
import type { PayWords } from './pay-words.ts';

/** What a French pay was computed from. */
export function inputFacts({ input }: SalaryStatementBody, { payDocument: t, format }: PayWords): Facts {
  const minutes = String(input.weeklyMinutes % 60).padStart(2, '0');
  const hours = t('hoursAWeek', { hours: Math.floor(input.weeklyMinutes / 60), minutes });
  return [
    [t('contract'), `${hours}, ${t(input.isCadre ? 'cadre' : 'nonCadre')}`],
    [t('headcount'), String(input.headcount)],
    [t('atmp'), format.rate(input.atmpRatePpm)],
    [t('cover'), `${format.money(input.mutuelleCents)}, ${format.rate(input.mutuelleEmployerSharePpm)}`],
    [t('transport'), format.rate(input.transportRatePpm)],
  ];
}

/** The activity account when the pay was asked. */
export function accountFacts({ account }: SalaryStatementBody, { payDocument: t, format }: PayWords): Facts {
  return [
    [t('balance'), format.money(account.balanceCents)],
    [t('available'), format.money(account.availableCents)],
    [t('residue'), format.money(account.residueCents)],
  ];
}
