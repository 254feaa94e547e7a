import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n/i18n.ts';

/** Language and theme, one press each. */
export function AppearanceSwitches(): JSX.Element {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const other = i18n.language === 'en' ? 'fr' : 'en';
  return (
    <>
      <Tooltip label={t('language')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={other === 'fr' ? 'Passer en français' : 'Switch to English'}
          lang={other}
          onClick={() => void switchLanguage(other)}
        >
          <span aria-hidden="true">{other.toUpperCase()}</span>
        </ActionIcon>
      </Tooltip>
      <Tooltip label={isDark ? t('themeLight') : t('themeDark')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={isDark ? t('themeLight') : t('themeDark')}
          onClick={() => {
            setColorScheme(isDark ? 'light' : 'dark');
          }}
        >
          {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
        </ActionIcon>
      </Tooltip>
    </>
  );
}
