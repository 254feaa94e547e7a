import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { JSX, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import { taxIncludedIn } from '../../../../shared/money/rate.ts';
import type { ReceiptManifest } from '../../../../shared/records/expense.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import type { ExpenseInput } from '../../../data/commands/books/save-expense.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { saveOnEnter } from '../../../ui/save-on-enter.ts';
import { isProblem } from '../pieces/movement-draft.ts';
import { MovementAmount, MovementDate, MovementLabel, MovementMark, MovementVat } from '../pieces/movement-fields.tsx';
import { useMovementDraft } from '../pieces/use-movement-draft.ts';
import { useContributionRule } from '../pieces/use-contribution-rule.ts';
import type { ExpenseDraft } from './expense-draft.ts';
import { EXPENSE_CATEGORIES, nextDraft, readDraft } from './expense-draft.ts';
import './expenses.css';
import { ReceiptField } from './receipt-field.tsx';

interface Props {
  readonly name: string;
  readonly initial: ExpenseDraft;
  readonly settings: BookSettings;
  readonly submitLabel: string;
  /** Saved expenses are followed by the next one, the focus on its label. */
  readonly isPile: boolean;
  readonly onSave: (input: ExpenseInput) => Promise<Result<unknown>>;
  readonly onCancel?: () => void;
}

/** The fields of one expense, to add or to change it. */
export function ExpenseForm(props: Props): JSX.Element {
  const { settings } = props;
  const { t } = useTranslation('expenses');
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const missing = { label: t('labelMissing'), amount: t('amountMissing') };
  const fields = useMovementDraft(form, props.initial, missing);
  const { draft, setDraft, change, focus } = fields;
  const [failure, setFailure] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const receiptWork = useRef<Promise<ReceiptManifest | undefined>>(undefined);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const canGiveBack = useContributionRule(draft.date)?.givesBackFlaggedPurchases === true;
  const paidById = useId();
  const read = readDraft({ ...draft, label: 'x' }, currencyDecimals(settings.currency));
  const amountCents = isProblem(read) ? undefined : read.amountCents;

  function noteWork(work: Promise<ReceiptManifest | undefined>): void {
    receiptWork.current = work;
    void work.finally(() => {
      if (receiptWork.current === work) receiptWork.current = undefined;
    });
  }

  /** What stands in the fields, when it can be saved; otherwise shows why not. */
  function readFields(typed: ExpenseDraft): ExpenseInput | undefined {
    return fields.accept(readDraft(typed, currencyDecimals(settings.currency)));
  }

  async function save(): Promise<void> {
    if (isSaving || readFields(draft) === undefined) return;
    setIsSaving(true);
    try {
      await saveWithReceipt(receiptWork.current);
    } finally {
      setIsSaving(false);
    }
  }

  /** An expense does not leave without the receipt chosen for it: one that is not ready is waited for, a bad one stops it. */
  async function saveWithReceipt(work: Promise<ReceiptManifest | undefined> | undefined): Promise<void> {
    const receipt = await work;
    if (work !== undefined && receipt === undefined) return;
    const whole = receipt === undefined ? draft : { ...latest.current, receipt };
    const input = readFields(whole);
    if (input === undefined) return;
    const done = await props.onSave(input);
    setFailure(done.ok ? undefined : done.error);
    if (!done.ok || !props.isPile) return;
    setDraft(nextDraft(whole));
    focus('label');
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Keys pressed in the window that shows a receipt come through here as well.
    if (!(event.target instanceof Node) || form.current?.contains(event.target) !== true) return;
    if (event.key === 'Escape') props.onCancel?.();
    saveOnEnter(event, () => void save());
  }

  return (
    <form
      ref={form}
      className="expense-form"
      aria-label={props.name}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        <div className="expense-fields">
          <MovementDate fields={fields} />
          <MovementLabel fields={fields} autoFocus={!props.isPile} />
          <ChoiceField
            size="xs"
            label={t('category')}
            value={draft.category}
            choices={EXPENSE_CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
            onValue={(category) => {
              change({ category });
            }}
          />
          <MovementAmount fields={fields} />
          <MovementVat
            fields={fields}
            defaultVatRatePpm={settings.defaultVatRatePpm}
            onRate={(vatRatePpm) => {
              change({ vatRatePpm });
            }}
          />
          <div>
            <Text size="xs" fw={500} lh={1.55} id={paidById}>
              {t('paidBy')}
            </Text>
            <SegmentedControl
              size="xs"
              fullWidth
              aria-labelledby={paidById}
              value={draft.paidBy}
              onChange={(paidBy) => {
                change({ paidBy });
              }}
              data={(['member', 'cooperative'] as const).map((payer) => ({
                value: payer,
                label: t(`paidBy.${payer}`),
              }))}
            />
          </div>
        </div>
        <ReceiptField
          value={draft.receipt}
          onChange={(receipt) => {
            change({ receipt });
          }}
          onWork={noteWork}
        />
        {(canGiveBack || draft.givesContributionBack) && (
          <MovementMark
            mark="givesContributionBack"
            isSet={draft.givesContributionBack}
            onSet={(givesContributionBack) => {
              change({ givesContributionBack });
            }}
          />
        )}
        <FormButtons size="xs" submitLabel={props.submitLabel} isSaving={isSaving} onCancel={props.onCancel}>
          <Text size="sm" c="dimmed" className="figures" data-testid="expense-vat">
            {amountCents === undefined
              ? ''
              : t('vatIncluded', {
                  amount: format.money(taxIncludedIn(amountCents, draft.vatRatePpm), settings.currency),
                })}
          </Text>
        </FormButtons>
        <ErrorMessage error={failure} />
      </Stack>
    </form>
  );
}
