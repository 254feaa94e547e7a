import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../i18n/use-format.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** Words and formats of all rows of the table. */
export interface RowWords {
  readonly t: TFunction<'network'>;
  readonly tAccount: TFunction<'account'>;
  readonly format: Format;
}

/** One object a language: a thousand rows that each ask for translations take seconds to draw. */
export function useRowWords(): RowWords {
  const { t } = useTranslation('network');
  const { t: tAccount } = useTranslation('account');
  const format = useFormat();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the formats depend on the language only
  return useMemo(() => ({ t, tAccount, format }), [t, tAccount, format.language]);
}
