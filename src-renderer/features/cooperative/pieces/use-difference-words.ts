import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRateE7 } from '../../../../shared/money/format-rate-e7.ts';
import type { DifferenceSubject, DifferenceUnit } from '../../../../shared/network/verdict-difference.ts';
import { readDifference } from '../../../../shared/network/verdict-difference.ts';
import type { ErrorCode } from '../../../../shared/core/errors.ts';
import type { VerdictBody } from '../../../../shared/records/verdict.ts';
import type { Format } from '../../../i18n/use-format.ts';
import { useFormat } from '../../../i18n/use-format.ts';

interface DifferenceWords {
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
}

/** A difference of a verdict in the words of a payslip or an invoice. */
export function useDifferenceWords(): (
  difference: VerdictBody['differences'][number],
  currency: string,
) => DifferenceWords {
  const { t } = useTranslation('account');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  return (difference, currency) => {
    const { subject, unit, expected, found } = readDifference(difference);
    const show = (value: string): string => showValue(value, unit, currency, format, t) ?? t('absent');
    const isReason = subject.kind === 'payReason';
    return {
      // A newer server may give a reason this version has no words for.
      subject: isReason
        ? t('difference.payReason', { reason: format.error({ code: subject.code as ErrorCode, message: '' }) })
        : nameSubject(subject, t, (code) => tPay(`line.${code}`, { defaultValue: code })),
      expected: shorten(show(expected), t),
      found: shorten(show(found), t),
    };
  };
}

type LineCode = Extract<DifferenceSubject, { kind: 'salaryLine' }>['code'];

function nameSubject(
  subject: Exclude<DifferenceSubject, { kind: 'payReason' }>,
  t: TFunction<'account'>,
  lineName: (code: LineCode) => string,
): string {
  switch (subject.kind) {
    case 'salaryLine':
      return t('difference.salaryLine', {
        line: lineName(subject.code),
        side: t(`side.${subject.side}`),
        figure: nameFigure(subject.figure, t),
      });
    case 'total':
      return t('difference.total', { figure: nameFigure(subject.figure, t) });
    case 'rateTotal':
      return t('difference.rateTotal', { position: subject.index + 1, figure: nameFigure(subject.figure, t) });
    case 'payInput':
      return t('difference.payInput', {
        name: t(`payInput.${subject.name}` as 'payInput.other', { defaultValue: t('payInput.other') }),
      });
    case 'payAccount':
      return t('difference.payAccount', { figure: nameFigure(subject.figure, t) });
    case 'other':
      return t('difference.other', { path: subject.path });
    default:
      return t(`difference.${subject.kind}`);
  }
}

function nameFigure(figure: string, t: TFunction<'account'>): string {
  // A figure of a later version has no word here yet.
  return t(`figure.${figure}` as 'figure.other', { defaultValue: t('figure.other') });
}

function showValue(
  value: string,
  unit: DifferenceUnit,
  currency: string,
  format: Format,
  t: TFunction<'account'>,
): string | undefined {
  if (value === '' || value === 'null') return undefined;
  if (value.startsWith('{') || value.startsWith('[')) return t('severalFigures');
  if (unit === 'yesNo') return t(value === 'true' ? 'yes' : 'no');
  const number = Number(value);
  if (unit === 'text' || !Number.isSafeInteger(number)) return value;
  if (unit === 'cents') return format.money(number, currency);
  return unit === 'rateE7' ? formatRateE7(number, format.language) : format.rate(number);
}

/** Nobody reads 64 digits: the start of a digest is enough to compare two of them. */
function shorten(text: string, t: TFunction<'account'>): string {
  if (/^"?[0-9a-f]{64}"?$/.test(text)) return t('fingerprint', { start: text.replace('"', '').slice(0, 8) });
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
