import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { registerServiceWorker } from '../register-service-worker.ts';

/** Says once that a new version is ready; it is taken when the person presses the button. */
export function useUpdateNotice(): void {
  const { t } = useTranslation();
  const hasStarted = useRef(false);
  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    // A browser that refuses (private window, full disk) leaves an application that needs the network to open.
    registerServiceWorker((takeOver) => {
      notifications.show({
        id: 'update',
        autoClose: false,
        message: (
          <Group justify="space-between">
            {t('updateReady')}
            <Button size="compact-sm" onClick={takeOver}>
              {t('updateNow')}
            </Button>
          </Group>
        ),
      });
    }).catch(() => undefined);
  }, [t]);
}
