import { Alert, List, Modal, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findIssueFaults, isBlankLine } from '../../../../shared/billing/check-issue.ts';
import { dueDateAtIssue } from '../../../../shared/billing/due-date.ts';
import { lastIssueDate, nextInvoiceNumber } from '../../../../shared/billing/number-series.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { issueInvoice } from '../../../data/commands/billing/issue-invoice.ts';
import { listKeptInvoices } from '../../../data/conflicts/kept-invoices.ts';
import { localToday } from '../../../data/local-today.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DialogButtons } from '../../../ui/form-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { findCustomer, termsDaysOf } from './draft-facts.ts';
import { DraftJournal } from './draft-journal.ts';

/** Shows what will be issued, says that it is for good, and issues it. */
export function IssueDialog(props: {
  readonly draft: RecordOf<'invoice'>;
  /** What is wrong with the fields as they are typed. */
  readonly typedFaults: readonly AppError[];
  readonly onClose: () => void;
}): JSX.Element {
  const { draft, typedFaults, onClose } = props;
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store, account } = useSession();
  const copies = useRecords(store.book, 'conflictCopy');
  const invoices = [...useRecords(store.book, 'invoice'), ...listKeptInvoices(copies)];
  const today = localToday();
  const [issueDate, setIssueDate] = useState(today);
  const [error, setError] = useState<AppError>();
  const [isIssuing, setIsIssuing] = useState(false);

  const customer = findCustomer(store, draft.body.customerId);
  const dueDate = dueDateAtIssue(
    { date: draft.date, dueDate: draft.body.dueDate },
    issueDate,
    termsDaysOf(store, draft.body.customerId),
  );
  const next = nextInvoiceNumber(invoices, account.device.prefix, issueDate);
  const faults = [
    ...typedFaults,
    ...findIssueFaults({ body: draft.body, dueDate, customer, issueDate, today }),
    ...(next.ok ? [] : [next.error]),
  ];

  async function issue(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (faults.length > 0) return;
    setIsIssuing(true);
    const done = await issueInvoice(store, draft.id, issueDate, draft.edits[0]);
    setIsIssuing(false);
    if (!done.ok) {
      setError(done.error);
      return;
    }
    new DraftJournal(localStorage, store.parts.database.name).remove(draft.id);
    notifications.show({ message: t('issued', { number: done.value.body.number }) });
    onClose();
  }

  const lineCount = draft.body.lines.filter((line) => !isBlankLine(line)).length;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': tCommon('close') }}
      opened
      onClose={onClose}
      title={t('issueTitle')}
      size="md"
    >
      <form onSubmit={(event) => void issue(event)} noValidate>
        <Stack gap="sm">
          <Table withRowBorders={false} verticalSpacing={2} aria-label={t('issueTitle')}>
            <Table.Tbody>
              <Fact label={t('issueNumber')} value={next.ok ? next.value.number : '–'} />
              <Fact label={t('customer')} value={customer?.name ?? t('noCustomer')} />
              <Fact label={t('lines')} value={String(lineCount)} />
              <Fact label={t('dueDate')} value={format.date(dueDate)} />
              <Fact label={t('issueTotal')} value={format.money(draft.body.totals.grossCents, draft.body.currency)} />
            </Table.Tbody>
          </Table>
          <DateField
            label={t('issueDate')}
            description={draft.date === issueDate ? undefined : t('issueDateMoved', { date: format.date(draft.date) })}
            value={issueDate}
            min={lastIssueDate(invoices, account.device.prefix)}
            max={today}
            onValue={setIssueDate}
            keepsLast
          />
          {faults.length > 0 && (
            <Alert color="orange" role="alert" title={t('issueFaults')}>
              <List size="sm">
                {faults.map((fault, index) => (
                  <List.Item key={`${fault.code}-${String(index)}`}>{format.error(fault)}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <ErrorMessage error={error} />
          <Text size="sm">{t('issueWarning')}</Text>
          <DialogButtons
            submitLabel={t('issueConfirm')}
            isSaving={isIssuing}
            isDisabled={faults.length > 0}
            onCancel={onClose}
            startsOnCancel
            testId="confirm-issue"
          />
        </Stack>
      </form>
    </Modal>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): JSX.Element {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {label}
      </Table.Th>
      <Table.Td ta="right" fw={600} className="figures">
        {value}
      </Table.Td>
    </Table.Tr>
  );
}
