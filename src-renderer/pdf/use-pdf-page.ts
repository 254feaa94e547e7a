import { useTranslation } from 'react-i18next';
import { localToday } from '../data/local-today.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { PdfDocument } from './pdf-document.ts';
import { useCooperative } from '../session/use-cooperative.ts';

/** What every document of this cooperative has, at the moment it is made: language, author, foot of the page. */
export function usePdfPage(): () => Pick<PdfDocument, 'language' | 'author' | 'madeAt' | 'footer' | 'pageText'> {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const cooperative = useCooperative();
  return () => {
    const madeAt = new Date();
    const author = cooperative?.body.legalName ?? 'Sillon';
    return {
      language: format.language,
      author,
      madeAt,
      footer: `${author} · ${t('madeOn', { date: format.date(localToday(madeAt)) })}`,
      pageText: (page, count) => t('page', { page, count }),
    };
  };
}
