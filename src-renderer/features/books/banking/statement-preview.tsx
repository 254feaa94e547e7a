import { Alert, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { JSX } from 'react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../../shared/banking/plan-import.ts';
import type { BankStatement } from '../../../../shared/banking/statement.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BankImportInput } from '../../../data/commands/books/import-bank-lines.ts';
import { importBankLines } from '../../../data/commands/books/import-bank-lines.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import './bank-import.css';
import { ImportGroup } from './import-group.tsx';
import type { RowChoice, RowChoices } from './row-choices.ts';
import { chosenLines, withAllTicked, withChoice } from './row-choices.ts';
import { useImportPlan } from './use-import-plan.ts';

const VERDICTS: readonly ImportRow['verdict'][] = ['doubtful', 'new', 'closed', 'alreadyThere'];

/** What one statement would bring, and the button that writes it. */
export function StatementPreview(props: {
  readonly statement: BankStatement;
  readonly file: BankImportInput['file'];
  /** `closedCount`: lines that a closed month kept out. */
  readonly onDone: (done: RecordOf<'bankImport'>, closedCount: number) => void;
}): JSX.Element {
  const { statement } = props;
  const { t } = useTranslation('bankImport');
  const format = useFormat();
  const { store } = useSession();
  const [rateText, setRateText] = useState('');
  const [choices, setChoices] = useState<RowChoices>(new Map());
  const [isWriting, setIsWriting] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const { ref, width } = useElementSize();
  const plan = useImportPlan(statement, rateText);
  const { settings } = plan;
  const needsRate = statement.currency !== settings.currency;
  const rows = plan.rows?.ok === true ? plan.rows.value : [];
  const chosen = chosenLines(rows, choices);
  const rateError = needsRate && rateText !== '' && plan.rows?.ok === false ? format.error(plan.rows.error) : undefined;

  const onChoice = useCallback((index: number, choice: RowChoice) => {
    setChoices((current) => withChoice(current, index, choice));
  }, []);

  async function write(): Promise<void> {
    setIsWriting(true);
    setFailure(undefined);
    // Lets the screen say what is going on before a large file keeps it busy.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const alreadyThereCount = rows.filter((row) => row.verdict === 'alreadyThere').length;
    const done = await importBankLines(store, {
      file: props.file,
      account: statement.accountRef,
      chosen,
      alreadyThereCount,
      leftOutCount: rows.length - chosen.length - alreadyThereCount,
      today: localToday(),
    });
    setIsWriting(false);
    if (done.ok) props.onDone(done.value, plan.indexes.closed.length);
    else setFailure(done.error);
  }

  return (
    <Stack gap="sm" ref={ref}>
      <Group gap="lg">
        <Text fw={600}>
          {t('statementOf', {
            account: statement.accountRef === '' ? t('accountUnknown') : statement.accountRef,
            currency: statement.currency,
            count: statement.lines.length,
          })}
        </Text>
        {statement.fromDate !== '' && (
          <Text size="sm" c="dimmed">
            {t('fromTo', { from: format.date(statement.fromDate), to: format.date(statement.toDate) })}
          </Text>
        )}
        {statement.closingBalanceCents !== undefined && (
          <Text size="sm" c="dimmed" className="figures">
            {t('closingBalance', { amount: format.money(statement.closingBalanceCents, statement.currency) })}
          </Text>
        )}
      </Group>
      {needsRate && (
        <TextInput
          w={{ base: '100%', sm: 420 }}
          label={t('rateLabel', { from: statement.currency, to: settings.currency })}
          description={t('rateHint', { from: statement.currency, to: settings.currency })}
          inputMode="decimal"
          autoComplete="off"
          value={rateText}
          error={rateError}
          onChange={(event) => {
            setRateText(event.currentTarget.value);
          }}
        />
      )}
      {plan.rows === undefined && (
        <Group gap="xs">
          <Loader size="sm" />
          <Text role="status">{t('waitingForBook')}</Text>
        </Group>
      )}
      {plan.rows?.ok === false && !needsRate && (
        <Alert color="red" role="alert">
          {format.error(plan.rows.error)}
        </Alert>
      )}
      {width > 0 &&
        VERDICTS.map((verdict) => (
          <ImportGroup
            // Another row height: what was measured no longer holds.
            key={`${verdict} ${String(width < 760)}`}
            verdict={verdict}
            rows={rows}
            indexes={plan.indexes[verdict]}
            choices={choices}
            isCompact={width < 760}
            settings={settings}
            openInvoices={plan.openInvoices}
            nameMatch={plan.nameMatch}
            onChoice={onChoice}
            onTickAll={(indexes, isTicked) => {
              setChoices((current) => withAllTicked(current, indexes, isTicked));
            }}
          />
        ))}
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {format.error(failure)}
        </Alert>
      )}
      {rows.length > 0 && (
        <Group>
          <Button
            onClick={() => void write()}
            loading={isWriting}
            disabled={chosen.length === 0 || !store.parts.isWritable}
            data-testid="import-now"
          >
            {t('importNow', { count: chosen.length })}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {isWriting ? t('writing', { count: chosen.length }) : ''}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
