import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StatementWords } from '../pieces/statement-words.ts';
import { useStatementWords } from '../pieces/statement-words.ts';

/** The words of both kinds of pay. */
export interface PayWords extends StatementWords {
  readonly common: TFunction;
  readonly abroad: TFunction<'abroad'>;
  readonly contract: TFunction<'contract'>;
}

export function usePayWords(): PayWords {
  const { t: common } = useTranslation();
  const { t: abroad } = useTranslation('abroad');
  const { t: contract } = useTranslation('contract');
  return { ...useStatementWords(), common, abroad, contract };
}
