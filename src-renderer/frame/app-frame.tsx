import { ActionIcon, Alert, AppShell, Burger, Button, Group, NavLink, ScrollArea, Text, Tooltip } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconLogout } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashLocation } from 'wouter/use-hash-location';
import { NEVER_SYNCED } from '../../shared/sync/sync-status.ts';
import { useSession, useSyncState } from '../session/session-context.tsx';
import { AppearanceSwitches } from '../ui/appearance-switches.tsx';
import { isCurrent, navigationOf } from './navigation-links.ts';
import { SignedOutNote } from './signed-out-note.tsx';
import { SyncBadge } from './sync-badge.tsx';
import { useMenuCommands } from './use-menu-commands.ts';
import { useUndo } from './use-undo.ts';

/** Header, menu and content area around every screen of an open account. */
export function AppFrame({ children }: { readonly children: ReactNode }): JSX.Element {
  const { t } = useTranslation();
  const { account, store, onClose } = useSession();
  const [isMenuOpen, menu] = useDisclosure(false);
  const undo = useUndo();
  useMenuCommands(account.role);
  useHotkeys([['mod+Z', () => void undo.run()]]);

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isMenuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#content" onClick={focusContent}>
        {t('skipToContent')}
      </a>
      <AppShell.Header className="no-print">
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={isMenuOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
            <Text fw={700}>Sillon</Text>
            <Text size="sm" c="dimmed" visibleFrom="sm" truncate>
              {account.displayName}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {undo.label !== undefined && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconArrowBackUp size={16} />}
                onClick={() => void undo.run()}
                visibleFrom="sm"
              >
                {t('undo', { what: undo.label })}
              </Button>
            )}
            <SyncBadge />
            <AppearanceSwitches />
            <Tooltip label={t('signOut')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('signOut')} onClick={onClose}>
                <IconLogout size={18} />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className={isMenuOpen ? 'no-print' : 'no-print menu-closed'}>
        <ScrollArea>
          <Menu onNavigate={menu.close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {account.isDemo && (
          <Alert color="yellow" variant="light" py={6} mb="sm" className="no-print" role="note">
            {t('demoBanner')}
          </Alert>
        )}
        {!store.parts.isWritable && (
          <Alert color="red" mb="sm">
            {t('readOnlyBanner')}
          </Alert>
        )}
        <FirstExchangeNote />
        <SignedOutNote />
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

/** Until everything was here once, what the screens show is a part: nobody must take its figures for theirs. */
function FirstExchangeNote(): JSX.Element | null {
  const { t } = useTranslation();
  const { status } = useSyncState();
  // Before the first note of the exchange was read nothing is known.
  if (status === NEVER_SYNCED || status.lastSyncedAt !== '') return null;
  return (
    <Alert color="blue" variant="light" py={6} mb="sm" className="no-print" role="status" data-testid="first-exchange">
      {t('firstExchange')}
    </Alert>
  );
}

function Menu({ onNavigate }: { readonly onNavigate: () => void }): JSX.Element {
  const { t } = useTranslation('navigation');
  const { t: tCommon } = useTranslation();
  const { account } = useSession();
  const [location] = useHashLocation();
  return (
    <nav aria-label={tCommon('menu')}>
      {navigationOf(account.role).map((link) => (
        <NavLink
          key={link.href}
          href={`#${link.href}`}
          label={t(link.label)}
          leftSection={<link.icon size={18} stroke={1.6} />}
          active={isCurrent(link, location)}
          onClick={onNavigate}
        />
      ))}
    </nav>
  );
}

function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
