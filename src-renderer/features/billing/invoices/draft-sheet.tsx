import type { JSX } from 'react';
import { isBlankLine } from '../../../../shared/billing/check-issue.ts';
import type { InvoiceTotals } from '../../../../shared/records/invoice.ts';
import { freezeCustomer, freezeSeller } from '../../../../shared/billing/freeze-parties.ts';
import type { InvoiceDraft } from '../../../data/commands/billing/save-invoice-draft.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';
import { findCustomer } from './draft-facts.ts';
import { InvoiceSheet } from './invoice-sheet.tsx';

/** The page a draft would give if it were issued now. */
export function DraftSheet(props: {
  readonly draft: InvoiceDraft;
  readonly totals: InvoiceTotals;
  readonly currency: string;
}): JSX.Element {
  const { draft, totals, currency } = props;
  const { store } = useSession();
  const customer = findCustomer(store, draft.customerId);
  const cooperative = useCooperative()?.body;
  const activity = store.book.list('activitySettings').find((record) => record.status === 'active')?.body;
  return (
    <InvoiceSheet
      sheet={{
        ...draft,
        number: '',
        lines: draft.lines.filter((line) => !isBlankLine(line)),
        totals,
        currency,
        customer: customer === undefined ? undefined : freezeCustomer(customer),
        seller: cooperative === undefined || activity === undefined ? undefined : freezeSeller(cooperative, activity),
        latePenaltyText: cooperative?.latePenaltyText ?? '',
      }}
    />
  );
}
