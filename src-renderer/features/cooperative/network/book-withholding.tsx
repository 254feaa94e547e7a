import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { saveWithholdingRate, voidWithholdingRate } from '../../../data/commands/pay/save-withholding-rate.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { WithholdingForm } from './withholding-form.tsx';

type Rate = RecordOf<'withholdingRate'>;

/** The rates of a person, latest first, which the support team adds, corrects and takes back. */
export function BookWithholding({ settings }: { readonly settings: RecordOf<'activitySettings'> }): JSX.Element {
  const { t } = useTranslation('withholding');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const noticeUndo = useUndoNotice();
  const [editing, setEditing] = useState<{ readonly rate: Rate | undefined }>();
  const [error, setError] = useState<AppError>();
  const person = settings.body.entrepreneur.account;
  const rates = useRecords(store.personal, 'withholdingRate')
    .filter(({ status, body }) => status === 'active' && body.person === person)
    .toReversed();

  async function remove(rate: Rate): Promise<void> {
    const done = await voidWithholdingRate(store, rate);
    setError(done.ok ? undefined : done.error);
    if (done.ok) noticeUndo(t('removed', { date: format.date(rate.date) }));
  }

  function edit(rate: Rate | undefined): void {
    setError(undefined);
    setEditing({ rate });
  }

  return (
    <Stack gap="md" p="xs">
      <Text size="sm" c="dimmed" maw={720}>
        {t('hint', { person: entrepreneurName(settings.body) })}
      </Text>
      {rates.length === 0 ? (
        <Text size="sm">{t('none')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={480} tabIndex={0} aria-label={t('rates')}>
          <Table fz="sm" aria-label={t('rates')} data-testid="withholding-rates">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('from')}</Table.Th>
                <Table.Th>{t('kind')}</Table.Th>
                <Table.Th>{t('source')}</Table.Th>
                <Table.Th>{t('actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rates.map((rate) => {
                const { kind, ratePpm = 0, territory = 'metropole', source } = rate.body;
                const date = format.date(rate.date);
                return (
                  <Table.Tr key={rate.id}>
                    <Table.Td>{date}</Table.Td>
                    <Table.Td>
                      {kind === 'own' ? format.rate(ratePpm) : `${t('kind.neutral')}, ${t(`territory.${territory}`)}`}
                    </Table.Td>
                    <Table.Td>{source}</Table.Td>
                    <Table.Td>
                      <Group gap={4} wrap="nowrap">
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => {
                            edit(rate);
                          }}
                        >
                          {tCommon('edit')}
                          <span className="visually-hidden"> : {date}</span>
                        </Button>
                        <Button size="compact-xs" variant="subtle" color="red" onClick={() => void remove(rate)}>
                          {tCommon('remove')}
                          <span className="visually-hidden"> : {date}</span>
                        </Button>
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <ErrorMessage error={error} />
      {editing === undefined ? (
        <Group>
          <Button
            variant="light"
            data-testid="add-withholding"
            onClick={() => {
              edit(undefined);
            }}
          >
            {t('add')}
          </Button>
        </Group>
      ) : (
        <WithholdingForm
          key={editing.rate?.id ?? ''}
          rate={editing.rate}
          person={person}
          onSave={async (date, body) => {
            const done = await saveWithholdingRate(store, editing.rate, date, body);
            if (!done.ok) return done;
            setEditing(undefined);
            noticeUndo(t('saved'));
            return done;
          }}
          onCancel={() => {
            setEditing(undefined);
          }}
        />
      )}
    </Stack>
  );
}
