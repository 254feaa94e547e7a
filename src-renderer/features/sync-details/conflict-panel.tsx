import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/core/errors.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { planTaking, settleConflict } from '../../data/commands/settle-conflict.ts';
import { useSession } from '../../session/session-context.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import type { RecordWords } from './use-record-words.ts';

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
      <Table.ScrollContainer minWidth={300} tabIndex={0} aria-label={t('conflictField')}>
        <Table verticalSpacing={6} aria-label={t('conflictField')} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="26%">{t('conflictField')}</Table.Th>
              <Table.Th>
                {t('conflictInPlace')} <Author written={writtenInPlace(copy, kept, current)} words={words} />
              </Table.Th>
              <Table.Th>
                {t('conflictKept')} <Author written={kept} words={words} />
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th fw={400} c="dimmed">
                  {words.field(field)}
                </Table.Th>
                <Version field={field} record={current} words={words} />
                <Version field={field} record={kept} words={words} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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

function Version(props: {
  readonly field: string;
  readonly record: AnyRecord | undefined;
  readonly words: RecordWords;
}): JSX.Element {
  const { field, record, words } = props;
  const value =
    record === undefined
      ? undefined
      : field === 'status'
        ? record.status
        : field === 'date'
          ? record.date
          : record.body[field];
  return (
    <Table.Td style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {record === undefined ? '' : words.value(field, value, record)}
    </Table.Td>
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
