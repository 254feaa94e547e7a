import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { settleConflict } from '../../../data/commands/device/settle-conflict.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { ShownConflict } from './read-conflict.ts';
import type { RecordWords } from './use-record-words.ts';
import { VersionsTable } from './versions-table.tsx';
import type { Authorship } from './who-wrote.ts';
import { whoKept, whoStands } from './who-wrote.ts';

/** Both versions side by side, member by member, and the choice between them. */
export function ConflictPanel(props: {
  readonly copy: RecordOf<'conflictCopy'>;
  readonly conflict: ShownConflict;
  readonly words: RecordWords;
  readonly onSettled: (choice: 'keep' | 'take') => void;
}): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const { store } = useSession();
  const [error, setError] = useState<AppError>();
  const { copy, words } = props;
  const { kept, current, fields, canTake } = props.conflict;

  async function settle(choice: 'keep' | 'take'): Promise<void> {
    const done = await settleConflict(store, copy, choice);
    if (done.ok) props.onSettled(choice);
    else setError(done.error);
  }

  return (
    <Stack gap="sm">
      {copy.body.reason === 'backup' && <Text size="sm">{t('conflictReasonBackup')}</Text>}
      <VersionsTable
        title={t('conflictField')}
        fields={fields}
        words={words}
        columns={[
          {
            title: t('conflictInPlace'),
            note: <Author by={whoStands(copy, kept, current)} words={words} />,
            record: current,
          },
          { title: t('conflictKept'), note: <Author by={kept && whoKept(copy, kept)} words={words} />, record: kept },
        ]}
      />
      {current === undefined && <Text size="sm">{t('conflictMissing')}</Text>}
      {current !== undefined && !canTake && <Text size="sm">{t('conflictFinal')}</Text>}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => void settle('keep')} data-testid="conflict-keep">
          {t('conflictKeep')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canTake}
          onClick={() => void settle('take')}
          data-testid="conflict-take"
        >
          {t('conflictTake')}
        </Button>
      </Group>
      <ErrorMessage error={error} />
    </Stack>
  );
}

function Author(props: { readonly by: Authorship | undefined; readonly words: RecordWords }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const { store } = useSession();
  const { by, words } = props;
  if (by === undefined) return null;
  const { written, sayer } = by;
  const { user, device } = written.updatedBy;
  const own = store.parts.context.author;
  // What this person kept, on whichever device, they need not be told on their own word.
  const isHearsay = sayer !== undefined && sayer !== own.user;
  const who = user !== own.user ? user : device === own.device ? t('youHere') : t('youElsewhere');
  return (
    <Text span size="xs" c="dimmed" fw={400} display="block">
      {t('conflictInPlaceBy', { who, ...words.moment(written.updatedAt) })}
      {isHearsay && ` ${t('conflictSaidBy', { who: sayer })}`}
    </Text>
  );
}
