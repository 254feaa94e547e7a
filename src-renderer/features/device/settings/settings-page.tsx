import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { getPlatform } from '../../../platform/current-platform.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerAddressForm } from '../pieces/server-address-form.tsx';
import { AccountCard } from './account-card.tsx';
import { AppearanceCard } from './appearance-card.tsx';
import { BackupCard } from './backup-card.tsx';
import { DevicesCard } from './devices-card.tsx';
import { ReceiptsCard } from './receipts-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { StorageCard } from './storage-card.tsx';

/** Who is signed in, how Sillon looks, backups, space, server and version. */
export function SettingsPage(): JSX.Element {
  const { t } = useTranslation('settings');
  const platform = getPlatform();
  return (
    <>
      <PageHeader title={t('title')} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" maw={1080}>
        <Stack>
          <AccountCard />
          <DevicesCard />
          <AppearanceCard />
        </Stack>
        <Stack>
          <BackupCard />
          <StorageCard />
          <ReceiptsCard />
          {platform.serverChoice !== null && (
            <SettingsCard title={t('server')}>
              <ServerAddressForm />
            </SettingsCard>
          )}
          <SettingsCard title={t('version')}>
            <Text size="sm">{t('versionIs', { version: platform.appVersion })}</Text>
          </SettingsCard>
        </Stack>
      </SimpleGrid>
    </>
  );
}
