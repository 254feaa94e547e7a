import { Box, Tooltip } from '@mantine/core';
import type { JSX, KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import type { EntryInput } from '../../../data/commands/books/save-entry.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { saveOnEnter } from '../../../ui/save-on-enter.ts';
import { LEDGER_CATEGORIES } from '../pieces/ledger-categories.ts';
import { MovementAmount, MovementDate, MovementLabel, MovementMark, MovementVat } from '../pieces/movement-fields.tsx';
import { useMovementDraft } from '../pieces/use-movement-draft.ts';
import { useContributionRule } from '../pieces/use-contribution-rule.ts';
import type { EntryDraft } from './entry-draft.ts';
import { markOf, nextDraft, readDraft, withCategory } from './entry-draft.ts';

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
  const { t: tKinds } = useTranslation('ledgerKinds');
  const { t: tCommon } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const missing = { label: t('labelMissing'), amount: t('amountMissing') };
  const typed = useMovementDraft(form, props.initial, missing);
  const { draft, setDraft } = typed;
  const fields = { ...typed, change };
  const [failure, setFailure] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const mark = markOf(draft, useContributionRule(draft.date));

  function change(next: Partial<EntryDraft>): void {
    typed.change(next);
    props.onChange?.();
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    const input = typed.accept(readDraft(draft, currencyDecimals(settings.currency)));
    if (input === undefined) return;
    // On a pile the fields are free for the next entry at once: what is typed while the disk works must not be lost.
    if (props.isPile) {
      setDraft(nextDraft(draft));
      typed.focus('label');
    } else setIsSaving(true);
    const done = await props.onSave(input);
    setIsSaving(false);
    setFailure(done.ok ? undefined : done.error);
    if (!done.ok && props.isPile) setDraft((now) => (now.label === '' && now.amountText === '' ? draft : now));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && props.onCancel !== undefined) {
      event.stopPropagation();
      props.onCancel();
    }
    saveOnEnter(event, () => void save());
  }

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
        <MovementDate {...hidden} fields={fields} />
        <MovementLabel {...hidden} fields={fields} placeholder={tCommon('label')} autoFocus={!props.isPile} />
        <ChoiceField
          {...hidden}
          size="xs"
          label={t('category')}
          value={draft.category}
          choices={LEDGER_CATEGORIES.map((category) => ({ value: category, label: tKinds(category) }))}
          onValue={(category) => {
            change(withCategory(draft, category, settings.defaultVatRatePpm));
          }}
        />
        <Tooltip label={t('amountHint')} openDelay={600} withinPortal>
          <MovementAmount {...hidden} fields={fields} placeholder={tCommon('amountIncludingVat')} />
        </Tooltip>
        <MovementVat
          {...hidden}
          fields={fields}
          prefix={tCommon('vat')}
          defaultVatRatePpm={settings.defaultVatRatePpm}
          onRate={(vatRatePpm) => {
            change({ vatRatePpm, isRateChosen: true });
          }}
        />
        <div className="entry-form-buttons">
          <FormButtons
            size="xs"
            submitLabel={props.submitLabel}
            isSaving={isSaving}
            onCancel={props.onCancel}
            onRemove={props.onRemove}
          />
        </div>
      </div>
      {mark !== undefined && (
        <Box px={8} pb={8}>
          <MovementMark
            mark={mark}
            isSet={draft[mark]}
            onSet={(isSet) => {
              change({ [mark]: isSet });
            }}
          />
        </Box>
      )}
      {failure !== undefined && (
        <Box mx={8} mb={8}>
          <ErrorMessage error={failure} />
        </Box>
      )}
    </form>
  );
}
