import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { registerServiceWorker } from '../register-service-worker.ts';
import { hasTypedText, watchTyping } from './typed-text.ts';

/** Says once that a new version is ready; it is taken when the person presses the button, and asks first when text would go. */
export function useUpdateNotice(): void {
  const { t } = useTranslation();
  const hasStarted = useRef(false);
  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    watchTyping();
    const ask = (takeOver: () => void): void => {
      modals.openConfirmModal({
        title: t('updateTyped'),
        children: <Text>{t('updateTypedHint')}</Text>,
        labels: { confirm: t('updateAnyway'), cancel: t('updateLater') },
        onConfirm: takeOver,
      });
    };
    // A browser that refuses (private window, full disk) leaves an application that needs the network to open.
    registerServiceWorker((takeOver) => {
      notifications.show({
        id: 'update',
        autoClose: false,
        message: (
          <Group justify="space-between">
            {t('updateReady')}
            <Button
              size="compact-sm"
              onClick={() => {
                if (hasTypedText()) ask(takeOver);
                else takeOver();
              }}
              data-testid="take-update"
            >
              {t('updateNow')}
            </Button>
          </Group>
        ),
      });
    }).catch(() => undefined);
  }, [t]);
}
