import { Alert, Button, Checkbox, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
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
import { useContributionRule } from '../pieces/use-contribution-rule.ts';
import type { DraftProblem, ExpenseDraft } from './expense-draft.ts';
import { EXPENSE_CATEGORIES, isProblem, nextDraft, ratesFor, readDraft } from './expense-draft.ts';
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
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState(props.initial);
  const [problem, setProblem] = useState<DraftProblem>();
  const [failure, setFailure] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const receiptWork = useRef<Promise<ReceiptManifest | undefined>>(undefined);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const canGiveBack = useContributionRule(draft.date)?.givesBackFlaggedPurchases === true;
  const paidById = useId();
  const read = readDraft({ ...draft, label: 'x' }, currencyDecimals(settings.currency));
  const amountCents = isProblem(read) ? undefined : read.amountCents;

  function change(next: Partial<ExpenseDraft>): void {
    setDraft((current) => ({ ...current, ...next }));
    setProblem(undefined);
  }

  function focus(name: string): void {
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  function noteWork(work: Promise<ReceiptManifest | undefined>): void {
    receiptWork.current = work;
    void work.finally(() => {
      if (receiptWork.current === work) receiptWork.current = undefined;
    });
  }

  /** What stands in the fields, when it can be saved; otherwise shows why not. */
  function readFields(typed: ExpenseDraft): ExpenseInput | undefined {
    const input = readDraft(typed, currencyDecimals(settings.currency));
    if (!isProblem(input)) return input;
    setProblem(input);
    focus(input.field);
    return undefined;
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
    // A select has no implicit submission.
    if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      void save();
    }
  }

  const errorOf = (field: DraftProblem['field'], missing: string): string | undefined =>
    problem?.field !== field ? undefined : problem.error === undefined ? missing : format.error(problem.error);

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
          <TextInput
            size="xs"
            type="date"
            name="date"
            label={tCommon('date')}
            value={draft.date}
            error={errorOf('date', '')}
            onChange={(event) => {
              change({ date: event.currentTarget.value });
            }}
          />
          <TextInput
            size="xs"
            name="label"
            label={tCommon('label')}
            maxLength={200}
            autoComplete="off"
            autoFocus={!props.isPile}
            value={draft.label}
            error={errorOf('label', t('labelMissing'))}
            onChange={(event) => {
              change({ label: event.currentTarget.value });
            }}
          />
          <NativeSelect
            size="xs"
            label={t('category')}
            value={draft.category}
            onChange={(event) => {
              change({ category: event.currentTarget.value as ExpenseDraft['category'] }); // options are exactly these
            }}
            data={EXPENSE_CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
          />
          <TextInput
            size="xs"
            name="amount"
            className="figures"
            inputMode="decimal"
            autoComplete="off"
            label={tCommon('amountIncludingVat')}
            value={draft.amountText}
            error={errorOf('amount', t('amountMissing'))}
            onChange={(event) => {
              change({ amountText: event.currentTarget.value });
            }}
          />
          <NativeSelect
            size="xs"
            label={tCommon('vatRate')}
            value={String(draft.vatRatePpm)}
            onChange={(event) => {
              change({ vatRatePpm: Number(event.currentTarget.value) });
            }}
            data={ratesFor(draft, settings.defaultVatRatePpm).map((rate) => ({
              value: String(rate),
              label: format.rate(rate),
            }))}
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
          <Checkbox
            size="xs"
            label={tCommon('givesContributionBack')}
            checked={draft.givesContributionBack}
            onChange={(event) => {
              change({ givesContributionBack: event.currentTarget.checked });
            }}
          />
        )}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={isSaving}>
            {props.submitLabel}
          </Button>
          {props.onCancel !== undefined && (
            <Button size="xs" variant="default" onClick={props.onCancel}>
              {tCommon('cancel')}
            </Button>
          )}
          <Text size="sm" c="dimmed" className="figures" data-testid="expense-vat">
            {amountCents === undefined
              ? ''
              : t('vatIncluded', {
                  amount: format.money(taxIncludedIn(amountCents, draft.vatRatePpm), settings.currency),
                })}
          </Text>
        </Group>
        {failure !== undefined && (
          <Alert color="red" role="alert" py={6}>
            {format.error(failure)}
          </Alert>
        )}
      </Stack>
    </form>
  );
}
