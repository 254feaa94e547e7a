import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CsvColumns } from './csv-columns.tsx';
import { FileDrop } from './file-drop.tsx';
import { PastImports } from './past-imports.tsx';
import { StatementPreview } from './statement-preview.tsx';
import { UnreadableLines } from './unreadable-lines.tsx';
import { useBankFile } from './use-bank-file.ts';

/** From a file of the bank to entries and payments: pick, look, write once, take back at any time. */
export function BankImportPage(): JSX.Element {
  const { t } = useTranslation('bankImport');
  const format = useFormat();
  const { store } = useSession();
  const imports = useRecords(store.book, 'bankImport');
  const { currency } = readBookSettings(store.book);
  const { pick, picked, isReading, error, setMapping, clear } = useBankFile(currency);
  const [statementIndex, setStatementIndex] = useState(0);
  const [done, setDone] = useState<RecordOf<'bankImport'>>();
  const [closedCount, setClosedCount] = useState(0);
  const statements = picked?.file.statements ?? [];
  const statement = statements[statementIndex];
  const earlier = imports.find(
    (each) =>
      each.status === 'imported' &&
      each.body.fileSha256 === picked?.sha256 &&
      each.body.account === statement?.accountRef &&
      each.id !== done?.id,
  );

  function start(file?: File): void {
    setDone(undefined);
    setStatementIndex(0);
    if (file === undefined) clear();
    else void pick(file);
  }

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')}>
        {picked !== undefined && done === undefined && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              start();
            }}
          >
            {t('otherFile')}
          </Button>
        )}
      </PageHeader>
      <Stack gap="sm">
        {(picked === undefined || done !== undefined) && <FileDrop isReading={isReading} onFile={start} />}
        {error !== undefined && (
          <Alert color="red" role="alert">
            {format.error(error)}
          </Alert>
        )}
        {done !== undefined && (
          <Alert color="field" role="status" title={t('doneTitle')} data-testid="import-done">
            <Text size="sm" mb="xs">
              {t('doneText', {
                imported: done.body.importedCount,
                alreadyThere: done.body.alreadyThereCount,
                leftOut: done.body.leftOutCount,
                unreadable: picked?.file.unreadable.length ?? 0,
              })}
            </Text>
            {closedCount > 0 && (
              <Text size="sm" mb="xs">
                {t('doneClosed', { count: closedCount })}
              </Text>
            )}
            <Group gap="xs">
              <Button component="a" href="#/ledger" size="xs">
                {t('seeLedger')}
              </Button>
              {statementIndex + 1 < statements.length && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setDone(undefined);
                    setStatementIndex(statementIndex + 1);
                  }}
                >
                  {t('nextAccount')}
                </Button>
              )}
            </Group>
          </Alert>
        )}
        {picked !== undefined && done === undefined && (
          <>
            <Group gap="sm" align="flex-end">
              <Text>{picked.name}</Text>
              {statements.length > 1 && (
                <NativeSelect
                  size="xs"
                  label={t('account')}
                  value={String(statementIndex)}
                  onChange={(event) => {
                    setStatementIndex(Number(event.currentTarget.value));
                  }}
                  data={statements.map((each, index) => ({
                    value: String(index),
                    label: t('statementOf', {
                      account: each.accountRef === '' ? t('accountUnknown') : each.accountRef,
                      currency: each.currency,
                      count: each.lines.length,
                    }),
                  }))}
                />
              )}
            </Group>
            {earlier !== undefined && (
              <Alert color="orange" py={6} role="status">
                {t('sameFile', { date: format.date(earlier.date) })}
              </Alert>
            )}
            {picked.file.csv !== undefined && <CsvColumns layout={picked.file.csv} onChange={setMapping} />}
            <UnreadableLines rows={picked.file.unreadable} />
            {statement !== undefined && (
              <StatementPreview
                // Another way to read the file makes other rows: what was ticked belongs to the old ones.
                key={`${String(statementIndex)} ${JSON.stringify(picked.file.csv?.mapping)}`}
                statement={statement}
                file={{ fileName: picked.name, fileSha256: picked.sha256, format: picked.file.format }}
                onDone={(written, closed) => {
                  setDone(written);
                  setClosedCount(closed);
                }}
              />
            )}
          </>
        )}
        <PastImports />
      </Stack>
    </>
  );
}
