import type { Language } from '../../../../shared/money/format.ts';
import { createFormat } from '../../../i18n/use-format.ts';
import { startWords } from '../../../i18n/words.test-support.ts';
import type { PayWords } from './pay-words.ts';

/** The words of pays in a language, without a screen. */
export async function startPayWords(language: Language): Promise<PayWords> {
  const words = await startWords(language);
  return {
    common: words.getFixedT(language, 'common'),
    payDocument: words.getFixedT(language, 'payDocument'),
    pay: words.getFixedT(language, 'pay'),
    withholding: words.getFixedT(language, 'withholding'),
    abroad: words.getFixedT(language, 'abroad'),
    contract: words.getFixedT(language, 'contract'),
    format: createFormat(language, words.getFixedT(language, 'errors')),
  };
}
