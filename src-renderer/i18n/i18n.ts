import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/money/format.ts';
import { english } from './en/english.ts';
import { french } from './fr/french.ts';

const STORED = 'sillon-language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof french;
  }
}

/** Starts the translations in the language this browser last used; French otherwise. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { fr: french, en: english },
    lng: localStorage.getItem(STORED) === 'en' ? 'en' : 'fr',
    fallbackLng: 'fr',
    defaultNS: 'common',
    // Error codes hold dots.
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    // A text whose values are not known never shows its own machinery.
    missingInterpolationHandler: () => '…',
  });
  document.documentElement.lang = currentLanguage();
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'fr';
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
