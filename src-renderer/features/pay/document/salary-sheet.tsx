import { Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { NetPayPanel } from '../pieces/net-pay-panel.tsx';
import { StatementDetail } from '../pieces/statement-detail.tsx';
import type { PayParties } from './pay-sheet-facts.ts';
import { personFacts } from './pay-sheet-facts.ts';
import { usePayWords } from './pay-words.ts';
import { accountFacts, inputFacts } from './salary-facts.ts';
import { SheetFacts } from './sheet-facts.tsx';

/** A French pay: who, from what, every line, the account, the steps, the proof. */
export function SalarySheet(props: {
  readonly statement: RecordOf<'salaryStatement'>;
  readonly parties: PayParties;
}): JSX.Element {
  const words = usePayWords();
  const { payDocument: t, withholding: tNet } = words;
  const { statement, parties } = props;
  const { body } = statement;
  const person = parties.settings?.entrepreneur.account;
  return (
    <Stack gap="sm">
      <SheetFacts label={t('person')} facts={personFacts(statement, parties, words)} />
      {person !== undefined && (
        <>
          <Title order={2} size="h6">
            {tNet('title')}
          </Title>
          <NetPayPanel
            pay={{ period: body.input.period, totals: body.totals, history: body.history }}
            person={person}
          />
        </>
      )}
      <Title order={2} size="h6">
        {t('inputs')}
      </Title>
      <SheetFacts label={t('inputs')} facts={inputFacts(body, words)} />
      <StatementDetail statement={statement} />
      <Title order={2} size="h6">
        {t('account')}
      </Title>
      <SheetFacts label={t('account')} facts={accountFacts(body, words)} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('seal', { seal: body.seal })}
      </Text>
    </Stack>
  );
}
