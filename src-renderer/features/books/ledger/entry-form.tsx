import { Alert, Button, Checkbox, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import type { JSX, KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { LedgerCategory } from '../../../../shared/records/ledger-entry.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import type { EntryInput } from '../../../data/commands/books/save-entry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useContributionRule } from '../pieces/use-contribution-rule.ts';
import type { DraftProblem, EntryDraft } from './entry-draft.ts';
import { ENTRY_CATEGORIES, isProblem, markOf, nextDraft, ratesFor, readDraft, withCategory } from './entry-draft.ts';

interface Props {
  readonly name: string;
  readonly initial: EntryDraft;
  readonly settings: BookSettings;
  readonly isCompact: boolean;
  readonly submitLabel: string;
  /** Saved entries are followed by the next one, the focus on its label. */
  readonly isPile: boolean;
  /** Something was typed or chosen. */
  readonly onChange?: () => void;
  readonly onSave: (input: EntryInput) => Promise<Result<unknown>>;
  readonly onCancel?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}

/** The fields of one entry, to add or to change it: Enter saves, Escape cancels, what was typed stays when it cannot be saved. */
export function EntryForm(props: Props): JSX.Element {
  const { settings, isCompact } = props;
  const { t } = useTranslation('ledger');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState(props.initial);
  const [problem, setProblem] = useState<DraftProblem>();
  const [failure, setFailure] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const mark = markOf(draft, useContributionRule(draft.date));
  const form = useRef<HTMLFormElement>(null);
  const label = useRef<HTMLInputElement>(null);

  function change(next: Partial<EntryDraft>): void {
    setDraft({ ...draft, ...next });
    setProblem(undefined);
    props.onChange?.();
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    const read = readDraft(draft, currencyDecimals(settings.currency));
    if (isProblem(read)) {
      setProblem(read);
      form.current?.querySelector<HTMLElement>(`[name="${read.field}"]`)?.focus();
      return;
    }
    // On a pile the fields are free for the next entry at once: what is typed while the disk works must not be lost.
    if (props.isPile) {
      setDraft(nextDraft(draft));
      label.current?.focus();
    } else setIsSaving(true);
    const done = await props.onSave(read);
    setIsSaving(false);
    setFailure(done.ok ? undefined : done.error);
    if (!done.ok && props.isPile) setDraft((typed) => (typed.label === '' && typed.amountText === '' ? draft : typed));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && props.onCancel !== undefined) {
      event.stopPropagation();
      props.onCancel();
    }
    // A select has no implicit submission.
    if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      void save();
    }
  }

  const errorOf = (field: DraftProblem['field'], missing: string): string | undefined =>
    problem?.field !== field ? undefined : problem.error === undefined ? missing : format.error(problem.error);
  const hidden = isCompact ? {} : { labelProps: { className: 'visually-hidden' } };

  return (
    <form
      ref={form}
      aria-label={props.name}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      <div className={isCompact ? 'entry-form entry-form-compact' : 'entry-form'}>
        <TextInput
          {...hidden}
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
          {...hidden}
          ref={label}
          size="xs"
          name="label"
          label={tCommon('label')}
          placeholder={tCommon('label')}
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
          {...hidden}
          size="xs"
          label={t('category')}
          value={draft.category}
          onChange={(event) => {
            const category = event.currentTarget.value as LedgerCategory; // options are exactly these
            change(withCategory(draft, category, settings.defaultVatRatePpm));
          }}
          data={ENTRY_CATEGORIES.map((category) => ({ value: category, label: t(`kind.${category}`) }))}
        />
        <Tooltip label={t('amountHint')} openDelay={600} withinPortal>
          <TextInput
            {...hidden}
            size="xs"
            name="amount"
            className="figures"
            inputMode="decimal"
            autoComplete="off"
            label={tCommon('amountIncludingVat')}
            placeholder={tCommon('amountIncludingVat')}
            value={draft.amountText}
            error={errorOf('amount', t('amountMissing'))}
            onChange={(event) => {
              change({ amountText: event.currentTarget.value });
            }}
          />
        </Tooltip>
        <NativeSelect
          {...hidden}
          size="xs"
          label={tCommon('vatRate')}
          value={String(draft.vatRatePpm)}
          onChange={(event) => {
            change({ vatRatePpm: Number(event.currentTarget.value), isRateChosen: true });
          }}
          data={ratesFor(draft, settings.defaultVatRatePpm).map((rate) => ({
            value: String(rate),
            label: `${tCommon('vat')} ${format.rate(rate)}`,
          }))}
        />
        <div className="entry-form-buttons">
          <Button type="submit" size="xs" loading={isSaving}>
            {props.submitLabel}
          </Button>
          {props.onCancel !== undefined && (
            <Button size="xs" variant="default" onClick={props.onCancel}>
              {tCommon('cancel')}
            </Button>
          )}
          {props.onRemove !== undefined && (
            <Button size="xs" variant="subtle" color="red" onClick={props.onRemove}>
              {tCommon('remove')}
            </Button>
          )}
        </div>
      </div>
      {mark !== undefined && (
        <Checkbox
          size="xs"
          px={8}
          pb={8}
          label={tCommon(mark)}
          checked={draft[mark]}
          onChange={(event) => {
            change({ [mark]: event.currentTarget.checked });
          }}
        />
      )}
      {failure !== undefined && (
        <Alert role="alert" color="red" py={6} mx={8} mb={8}>
          {format.error(failure)}
        </Alert>
      )}
    </form>
  );
}
