import { ActionIcon, Alert, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDotsVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import type { JSX, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { formatDuration } from '../../../../shared/timesheets/duration.ts';
import { saveTimesheet } from '../../../data/commands/books/save-timesheet.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';

/** Name of a deal in the week, with its menu: rename, remove. */
export function DealCell(props: {
  readonly monday: string;
  readonly deal: string;
  readonly totalMinutes: number;
  readonly onRenamed: () => void;
}): JSX.Element {
  const { monday, deal, totalMinutes, onRenamed } = props;
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const { store } = useSession();
  const notify = useUndoNotice();
  const [isRenaming, setIsRenaming] = useState(false);

  async function remove(): Promise<void> {
    const done = await saveTimesheet(store, monday, { kind: 'removeDeal', deal });
    if (done.ok) notify(t('dealRemoved', { deal, duration: formatDuration(totalMinutes) }));
    else notifications.show({ color: 'red', message: format.error(done.error) });
  }

  return (
    <Group justify="space-between" wrap="nowrap" gap={4}>
      <Text size="sm" fw={500} className="hours-deal-name">
        {deal}
      </Text>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('dealActions', { deal })}>
            <IconDotsVertical size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={14} />}
            onClick={() => {
              setIsRenaming(true);
            }}
          >
            {t('renameDeal', { deal })}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove()}>
            {t('removeDeal', { deal })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <RenameDialog
          monday={monday}
          deal={deal}
          onClose={(isDone) => {
            setIsRenaming(false);
            if (isDone) onRenamed();
          }}
        />
      )}
    </Group>
  );
}

function RenameDialog(props: {
  readonly monday: string;
  readonly deal: string;
  readonly onClose: (isDone: boolean) => void;
}): JSX.Element {
  const { monday, deal, onClose } = props;
  const { t } = useTranslation('timesheet');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const [name, setName] = useState(deal);
  const [error, setError] = useState<AppError>();

  async function rename(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === deal) {
      onClose(false);
      return;
    }
    const done = await saveTimesheet(store, monday, { kind: 'renameDeal', from: deal, to: name });
    if (done.ok) onClose(true);
    else setError(done.error);
  }

  return (
    <Modal
      closeButtonProps={{ 'aria-label': tCommon('close') }}
      opened
      onClose={() => {
        onClose(false);
      }}
      title={t('renameTitle')}
    >
      <form onSubmit={(event) => void rename(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('dealName')}
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          {error !== undefined && (
            <Alert color="red" role="alert">
              {format.error(error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              onClick={() => {
                onClose(false);
              }}
            >
              {tCommon('cancel')}
            </Button>
            <Button type="submit">{tCommon('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
