import { Group, Radio, Stack, useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../../i18n/i18n.ts';
import { SettingsCard } from './settings-card.tsx';

export function AppearanceCard(): JSX.Element {
  const { t, i18n } = useTranslation('settings');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SettingsCard title={t('appearance')}>
      <Stack gap="sm">
        <Radio.Group
          label={t('language')}
          value={i18n.language === 'en' ? 'en' : 'fr'}
          onChange={(value) => void switchLanguage(value === 'en' ? 'en' : 'fr')}
        >
          <Group mt={4}>
            <Radio value="fr" label="Français" lang="fr" />
            <Radio value="en" label="English" lang="en" />
          </Group>
        </Radio.Group>
        <Radio.Group
          label={t('theme')}
          value={colorScheme}
          onChange={(value) => {
            setColorScheme(value === 'light' || value === 'dark' ? value : 'auto');
          }}
        >
          <Group mt={4}>
            <Radio value="auto" label={t('themeAuto')} />
            <Radio value="light" label={t('themeLight')} />
            <Radio value="dark" label={t('themeDark')} />
          </Group>
        </Radio.Group>
      </Stack>
    </SettingsCard>
  );
}
