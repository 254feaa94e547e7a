import i18next from 'i18next';
import type { Language } from '../../shared/money/format.ts';
import { english } from './en/english.ts';
import { french } from './fr/french.ts';

/** The translations without a screen: `getFixedT(language, namespace)` gives the words. */
export async function startWords(language: Language) {
  const words = i18next.createInstance();
  await words.init({
    resources: { fr: french, en: english },
    lng: language,
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
  });
  return words;
}
