import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFromImage } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { StartCooperative } from './start-cooperative.tsx';

/** The screen while there are no settings: they may still arrive, or be started here. */
export function NoCooperative(): JSX.Element {
  const { t } = useTranslation('rules');
  const { store } = useSession();
  const commons = store.image('commons');
  const isRead = useFromImage(commons, () => commons.isComplete, [commons]);
  const [isStarting, setIsStarting] = useState(false);
  if (!isRead) return <Skeleton height={360} role="status" aria-label={t('reading')} />;
  if (isStarting) {
    return (
      <StartCooperative
        onCancel={() => {
          setIsStarting(false);
        }}
      />
    );
  }
  return (
    <Stack align="flex-start">
      <Alert color="orange">{t('missing')}</Alert>
      <Button
        data-testid="start-cooperative"
        onClick={() => {
          setIsStarting(true);
        }}
      >
        {t('identity.start')}
      </Button>
    </Stack>
  );
}
