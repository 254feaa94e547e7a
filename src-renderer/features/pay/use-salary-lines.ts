import { useTranslation } from 'react-i18next';
import { formatMinor } from '../../../shared/money/format.ts';
import type { SalaryLine, SalarySide } from '../../../shared/salary/salary-line.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { ExplanationLine } from '../../ui/explained-figure.tsx';

/** Lines of one side of a pay as an explanation: base × rate, rule version, source and its date. */
export function useSalaryLines(): (
  lines: readonly SalaryLine[],
  side: SalarySide,
  ruleVersion: string,
) => ExplanationLine[] {
  const { t } = useTranslation('pay');
  const format = useFormat();
  return (lines, side, ruleVersion) =>
    lines
      .filter((line) => line.side === side)
      .map((line) => ({
        label: t(`line.${line.code}`),
        base: join(line, format.money(line.baseCents), format.money(line.secondBaseCents)),
        rate: join(line, showRate(line.rateE7, format.language), showRate(line.secondRateE7, format.language)),
        amount: format.money(line.amountCents),
        rule: ruleVersion,
        source: t('sourceSince', { source: line.source, date: format.date(line.since) }),
      }));
}

/** Lines with two slices show both. */
function join(line: SalaryLine, first: string, second: string): string {
  if (line.secondRateE7 === 0 || line.secondBaseCents === 0) return first;
  return line.baseCents === 0 ? second : `${first} + ${second}`;
}

/** A rate in 1e-7 as a percentage with the digits it needs. */
function showRate(rateE7: number, language: 'fr' | 'en'): string {
  const text = formatMinor(rateE7, 5, language)
    .replace(/([.,]\d*?)0+$/, '$1')
    .replace(/[.,]$/, '');
  return language === 'fr' ? `${text}\u00a0%` : `${text}%`;
}
