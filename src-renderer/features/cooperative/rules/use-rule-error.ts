import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { rules as french } from '../../../i18n/fr/rules.ts';
import { useFormat } from '../../../i18n/use-format.ts';

type Key = keyof typeof french;

/** Errors of rules in words: the names of fields among their details are translated. */
export function useRuleError(): (error: AppError) => string {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const known = (value: string): string => {
    const key = `field.${value}`;
    return Object.hasOwn(french, key) ? t(key as Key) : value;
  };
  return (error) => {
    const { field, name } = error.details ?? {};
    const words = {
      ...(typeof field === 'string' && { field: known(field) }),
      ...(typeof name === 'string' && { name: name === '' ? t('unnamed') : known(name) }),
    };
    return format.error({ ...error, details: { ...error.details, ...words } });
  };
}
