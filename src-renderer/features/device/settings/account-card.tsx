import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seriesName } from '../../../../shared/billing/number-series.ts';
import { getPlatform } from '../../../platform/current-platform.ts';
import { useSession } from '../../../session/session-context.tsx';
import { SettingsCard } from './settings-card.tsx';

const HELD = { encrypted: 'signInHeldEncrypted', memory: 'signInHeldMemory', browser: 'signInHeldBrowser' } as const;

export function AccountCard(): JSX.Element {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const { account, store } = useSession();
  const [held, setHeld] = useState<keyof typeof HELD>();
  useEffect(() => {
    void getPlatform().readSessionStorage().then(setHeld);
  }, []);
  const today = store.parts.context.clock().slice(0, 10);
  const rows: readonly (readonly [string, string])[] = [
    [t('name'), account.displayName],
    [t('account'), account.account],
    [t('role'), t(account.role === 'member' ? 'roleMember' : 'roleSupportTeam')],
    [t('cooperative'), account.cooperative],
    ...(account.isDemo ? [[t('isDemo'), tCommon('yes')] as const] : []),
    ...(account.role === 'member' ? [[t('devicePrefix'), seriesName(account.device.prefix, today)] as const] : []),
    ...(held === undefined ? [] : [[t('signInHeld'), t(HELD[held])] as const]),
  ];
  return (
    <SettingsCard title={t('who')}>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} aria-label={t('who')}>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th fw={400} c="dimmed" w="45%" pr="sm" style={{ verticalAlign: 'top' }}>
                {label}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {value}
                {label === t('devicePrefix') && (
                  <div style={{ color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-xs)' }}>
                    {t('devicePrefixHint')}
                  </div>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </SettingsCard>
  );
}
