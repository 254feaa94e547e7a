import { Alert, List, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { RestoreNote } from '../../../session/restore-session.ts';
import { watchRestoreNote } from '../../../session/restore-session.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

const KINDS = [
  ['added', 'restoreAdded'],
  ['updated', 'restoreUpdated'],
  ['kept', 'restoreKept'],
  ['copied', 'restoreCopied'],
  ['leftOut', 'restoreLeftOut'],
  ['fromServer', 'restoreFromServer'],
] as const;

/** What the last restore on this device did. */
export function RestoreNoteText(): JSX.Element | null {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { store } = useSession();
  const [note, setNote] = useState<RestoreNote>();
  useEffect(() => watchRestoreNote(store, setNote), [store]);
  if (note === undefined) return null;
  return (
    <Stack gap={4} data-testid="restore-note">
      <Text size="sm">
        {t('restoreLast', {
          date: format.date(localToday(new Date(note.at))),
          time: format.time(note.at),
          madeAt: format.date(localToday(new Date(note.backupMadeAt))),
        })}
      </Text>
      {note.error?.code === 'desktop.cancelled' ? (
        <Alert color="yellow" variant="light" role="alert">
          {t('restoreStopped')}
        </Alert>
      ) : (
        <ErrorMessage error={note.error} />
      )}
      <List size="sm">
        {KINDS.map(([kind, label]) => ({ label, count: note.counts?.[kind] ?? 0 }))
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => (
            <List.Item key={label}>{t(label, { count })}</List.Item>
          ))}
      </List>
    </Stack>
  );
}
