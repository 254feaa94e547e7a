import { useTranslation } from 'react-i18next';
import { formatMinor } from '../../../../shared/money/format.ts';
import { formatRateE7 } from '../../../../shared/money/format-rate-e7.ts';
import type { ParameterUnit } from '../../../../shared/salary/compare-parameters.ts';
import type { SalaryLineCode } from '../../../../shared/salary/salary-line.ts';
import { parameters as french } from '../../../i18n/fr/parameters.ts';
import { useFormat } from '../../../i18n/use-format.ts';

type Key = keyof typeof french;

/** Names and values of parameters as people read them. */
export function useParameterWords(): {
  readonly name: (path: string) => string;
  readonly value: (unit: ParameterUnit, value: number | string | null) => string;
} {
  const { t } = useTranslation('parameters');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const known = (key: string): string => (Object.hasOwn(french, key) ? t(key as Key) : key);

  function contributionName(parts: readonly string[]): string {
    const [, side = '', code = '', ...rest] = parts;
    const headcount = rest.map(readHeadcount).filter((part) => part !== undefined);
    const member = rest.filter((part) => readHeadcount(part) === undefined).join('.');
    return [
      tPay(`line.${code as SalaryLineCode}`, { defaultValue: code }),
      known(`side.${side}`),
      ...headcount.map(({ word, count }) => t(word, { count })),
      known(`member.${member}`),
    ].join(', ');
  }

  return {
    name: (path) => {
      const parts = path.replace(/^body\.parameters\./, '').split('.');
      if (parts[0] === 'contributions') return contributionName(parts);
      const [group = '', member] = parts;
      return member === undefined
        ? known(`name.${group}`)
        : member === 'value'
          ? known(`name.${group}`)
          : `${known(`name.${group}`)}, ${known(`member.${member}`)}`;
    },
    value: (unit, value) => {
      if (value === null) return t('none');
      if (typeof value === 'string') return known(`text.${value}`).replace(/^text\./, '');
      switch (unit) {
        case 'euros':
          return format.money(value * 100);
        case 'cents':
          return format.money(value);
        case 'rateE7':
          return formatRateE7(value, format.language);
        case 'coefficientE4':
          return formatMinor(value, 4, format.language);
        case 'tenths':
          return formatMinor(value, 1, format.language);
        case 'percent':
          return `${String(value)} %`;
        default:
          return String(value);
      }
    },
  };
}

function readHeadcount(part: string): { word: 'headcount.from' | 'headcount.below'; count: number } | undefined {
  const match = /^(from|below)(\d+)$/.exec(part);
  if (match === null) return undefined;
  return { word: match[1] === 'from' ? 'headcount.from' : 'headcount.below', count: Number(match[2]) };
}
