import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useUndo } from './use-undo.ts';

/** Says what was done with a button that takes it back; for actions whose trace leaves the screen. */
export function useUndoNotice(): (message: string) => void {
  const { t } = useTranslation();
  const undo = useUndo();
  return (message) => {
    const id = notifications.show({
      autoClose: 8000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              void undo.run();
            }}
          >
            {t('cancel')}
          </Button>
        </Group>
      ),
    });
  };
}
