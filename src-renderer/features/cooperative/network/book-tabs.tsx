import { Paper, Tabs } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { verdictsByRecord } from '../../../../shared/network/verification.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf, RecordType } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { AccountMonths } from '../../books/pieces/account-months.tsx';
import { MissingNumbers } from '../../billing/pieces/missing-numbers.tsx';
import { BookContracts } from './book-contracts.tsx';
import { BookExpenses } from './book-expenses.tsx';
import { BookInvoices } from './book-invoices.tsx';
import { BookLedger } from './book-ledger.tsx';
import { BookStatements } from './book-statements.tsx';
import { BookWithholding } from './book-withholding.tsx';

const TABS = ['months', 'statements', 'invoices', 'ledger', 'expenses', 'contracts', 'withholding'] as const;

/** The parts of a member's book, one at a time. */
export function BookTabs(props: {
  readonly figures: ActivityFigures;
  readonly records: readonly AnyRecord[];
  readonly today: string;
}): JSX.Element {
  const { t } = useTranslation('network');
  const { figures, records, today } = props;
  const { currency } = figures.settings.body;
  const verdicts = useMemo(() => verdictsByRecord(records), [records]);
  return (
    <Paper withBorder>
      <Tabs defaultValue="months" keepMounted={false}>
        <Tabs.List>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab} data-testid={`tab-${tab}`}>
              {t(`tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="months" p="xs">
          <AccountMonths account={figures.account} currency={currency} />
        </Tabs.Panel>
        <Tabs.Panel value="statements" p="xs">
          <BookStatements statements={listOfType(records, 'salaryStatement')} verdicts={verdicts} />
        </Tabs.Panel>
        <Tabs.Panel value="invoices" p="xs">
          <MissingNumbers invoices={listOfType(records, 'invoice')} copies={listOfType(records, 'conflictCopy')} />
          <BookInvoices
            invoices={listOfType(records, 'invoice')}
            receivables={figures.receivables}
            verdicts={verdicts}
          />
        </Tabs.Panel>
        <Tabs.Panel value="ledger" p="xs">
          <BookLedger records={records} currency={currency} today={today} />
        </Tabs.Panel>
        <Tabs.Panel value="expenses" p="xs">
          <BookExpenses expenses={listOfType(records, 'expense')} />
        </Tabs.Panel>
        <Tabs.Panel value="contracts" p="xs">
          <BookContracts settings={figures.settings} />
        </Tabs.Panel>
        <Tabs.Panel value="withholding" p="xs">
          <BookWithholding settings={figures.settings} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}

/** Records of one type, newest first. */
function listOfType<T extends RecordType>(records: readonly AnyRecord[], type: T): RecordOf<T>[] {
  return records
    .filter((record) => isOfType(record, type))
    .sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? 1 : -1));
}
