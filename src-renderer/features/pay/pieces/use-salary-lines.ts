import { useTranslation } from 'react-i18next';
import { formatRateE7 } from '../../../../shared/money/format-rate-e7.ts';
import type { SalaryLine, SalaryLineCode, SalarySide } from '../../../../shared/salary/salary-line.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';

/** Lines of one side of a pay as an explanation: base × rate, rule version, source and its date. */
export function useSalaryLines(): (
  lines: readonly SalaryLine[],
  side: SalarySide,
  ruleVersion: string,
) => ExplanationLine[] {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const nameOf = (line: SalaryLine): string => {
    const name = line.label ?? t(`line.${line.code as SalaryLineCode}`);
    const { alreadyCents = 0 } = line;
    return alreadyCents === 0 ? name : `${name} (${t('already', { amount: format.money(alreadyCents) })})`;
  };
  return (lines, side, ruleVersion) =>
    lines
      .filter((line) => line.side === side)
      .map((line) => ({
        label: nameOf(line),
        base: join(line, format.money(line.baseCents), format.money(line.secondBaseCents)),
        rate: join(line, formatRateE7(line.rateE7, format.language), formatRateE7(line.secondRateE7, format.language)),
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
