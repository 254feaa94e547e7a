import { Alert, Anchor, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashLocation } from 'wouter/use-hash-location';
import { useSyncState } from '../session/session-context.tsx';

const WHERE = '/sync';

/** On every screen, once somebody signed this device out: nothing is sent any more, nothing is lost, and where to sign in. */
export function SignedOutNote(): JSX.Element | null {
  const { t } = useTranslation('sync');
  const { status } = useSyncState();
  const [location] = useHashLocation();
  const isEnded = status.phase === 'signIn' && status.lastError === 'session.ended';
  // There the same is said at length, with the form.
  if (!isEnded || location === WHERE) return null;
  return (
    <Alert color="orange" variant="light" py={6} mb="sm" className="no-print" role="status" data-testid="signed-out">
      <Group justify="space-between" gap="xs">
        {t('ended')}
        <Anchor href={`#${WHERE}`} inherit fw={600}>
          {t('signIn')}
        </Anchor>
      </Group>
    </Alert>
  );
}
