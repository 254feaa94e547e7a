import { Alert, Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { traceImport, undoBankImport } from '../../../data/commands/books/import-bank-lines-undo.ts';
import { useFromImage, useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';

/** Every import with a way to take it back. */
export function PastImports(): JSX.Element {
  const { t } = useTranslation('bankImport');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const imports = useRecords(store.book, 'bankImport').toReversed();
  const isComplete = useFromImage(store.book, () => store.book.isComplete, [store]);
  const [failure, setFailure] = useState<AppError>();

  function ask(bankImport: RecordOf<'bankImport'>): void {
    const trace = traceImport(store.book, bankImport.id);
    setFailure(undefined);
    modals.openConfirmModal({
      title: t('undoTitle'),
      children: (
        <Stack gap="xs">
          <Text size="sm">{bankImport.body.fileName}</Text>
          <Text size="sm">{t('undoEntries', { count: trace.entries.length })}</Text>
          {trace.payments.length > 0 && <Text size="sm">{t('undoPayments', { count: trace.payments.length })}</Text>}
          {trace.changedCount > 0 && (
            <Alert color="orange" py={6}>
              {t('undoChanged', { count: trace.changedCount })}
            </Alert>
          )}
        </Stack>
      ),
      labels: { confirm: t('undoImport'), cancel: tCommon('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        void undoBankImport(store, bankImport.id).then((done) => {
          if (done.ok) notifications.show({ message: t('undoDone') });
          else setFailure(done.error);
        });
      },
    });
  }

  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="past-imports">
      <Title order={2} size="h4" id="past-imports" mb="xs">
        {t('past')}
      </Title>
      {failure !== undefined && (
        <Alert color="red" role="alert" mb="xs">
          {format.error(failure)}
        </Alert>
      )}
      {imports.length === 0 ? (
        <Text c="dimmed">{t('noPast')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={680} tabIndex={0} aria-label={t('past')}>
          <Table fz="sm" aria-label={t('past')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{tCommon('date')}</Table.Th>
                <Table.Th>{t('file')}</Table.Th>
                <Table.Th>{t('account')}</Table.Th>
                <Table.Th ta="right">{t('imported')}</Table.Th>
                <Table.Th ta="right">{t('group.alreadyThere')}</Table.Th>
                <Table.Th ta="right">{t('leftOut')}</Table.Th>
                <Table.Th>{tCommon('status')}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t('actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {imports.map((bankImport) => (
                <Table.Tr key={bankImport.id}>
                  <Table.Td className="figures">{format.date(bankImport.date)}</Table.Td>
                  <Table.Td style={{ wordBreak: 'break-word' }}>{bankImport.body.fileName}</Table.Td>
                  <Table.Td>{bankImport.body.account}</Table.Td>
                  <Table.Td ta="right">{bankImport.body.importedCount}</Table.Td>
                  <Table.Td ta="right">{bankImport.body.alreadyThereCount}</Table.Td>
                  <Table.Td ta="right">{bankImport.body.leftOutCount}</Table.Td>
                  <Table.Td>{bankImport.status === 'undone' ? t('status.undone') : t('status.imported')}</Table.Td>
                  <Table.Td ta="right">
                    {bankImport.status === 'imported' && store.parts.isWritable && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        disabled={!isComplete}
                        aria-label={t('undoImportOf', { file: bankImport.body.fileName })}
                        onClick={() => {
                          ask(bankImport);
                        }}
                      >
                        {t('undoImport')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
