import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { planTaking, settleConflict } from '../../../data/commands/device/settle-conflict.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { RecordWords } from './use-record-words.ts';
import { VersionsTable } from './versions-table.tsx';

/** Both versions side by side, member by member, and the choice between them. */
export function ConflictPanel(props: {
  readonly copy: RecordOf<'conflictCopy'>;
  readonly kept: AnyRecord | undefined;
  readonly current: AnyRecord | undefined;
  readonly fields: readonly string[];
  readonly words: RecordWords;
  readonly onSettled: (choice: 'keep' | 'take') => void;
}): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const { store } = useSession();
  const [error, setError] = useState<AppError>();
  const { copy, kept, current, fields, words } = props;
  const canTake = current !== undefined && kept !== undefined && planTaking(current, kept, copy.body.fields).ok;

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
            note: <Author written={writtenInPlace(copy, kept, current)} words={words} />,
            record: current,
          },
          { title: t('conflictKept'), note: <Author written={kept} words={words} />, record: kept },
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

/** Who wrote what stands: a merge that nobody touched since carries the mark of the version that lost. */
function writtenInPlace(
  copy: RecordOf<'conflictCopy'>,
  kept: AnyRecord | undefined,
  current: AnyRecord | undefined,
): Written | undefined {
  const { inPlace } = copy.body;
  if (inPlace === undefined || current?.updatedAt !== kept?.updatedAt) return current;
  return { updatedBy: inPlace, updatedAt: inPlace.at };
}

type Written = Pick<AnyRecord, 'updatedBy' | 'updatedAt'>;

function Author(props: { readonly written: Written | undefined; readonly words: RecordWords }): JSX.Element | null {
  const { t } = useTranslation('syncDetails');
  const { store } = useSession();
  const { written, words } = props;
  if (written === undefined) return null;
  const { user, device } = written.updatedBy;
  const own = store.parts.context.author;
  const who = user !== own.user ? user : device === own.device ? t('youHere') : t('youElsewhere');
  return (
    <Text span size="xs" c="dimmed" fw={400} display="block">
      {t('conflictInPlaceBy', { who, ...words.moment(written.updatedAt) })}
    </Text>
  );
}
