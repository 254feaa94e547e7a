import type { TextInputProps } from '@mantine/core';
import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui/date-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { VatRateField } from '../../../ui/vat-rate-field.tsx';
import { ratesFor } from './movement-draft.ts';
import type { MovementFields } from './use-movement-draft.ts';

/** `change` takes parts of the whole draft: a field only gives its own. */
type Fields = Pick<MovementFields, 'draft' | 'change' | 'errorOf'>;
type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & { readonly fields: Fields };

export function MovementDate({ fields, ...props }: Props): JSX.Element {
  const { t } = useTranslation();
  return (
    <DateField
      size="xs"
      name="date"
      label={t('date')}
      {...props}
      value={fields.draft.date}
      error={fields.errorOf('date')}
      onValue={(date) => {
        fields.change({ date });
      }}
    />
  );
}

export function MovementLabel({ fields, ...props }: Props): JSX.Element {
  const { t } = useTranslation();
  return (
    <TextField
      size="xs"
      name="label"
      label={t('label')}
      autoComplete="off"
      {...props}
      value={fields.draft.label}
      error={fields.errorOf('label')}
      onValue={(label) => {
        fields.change({ label });
      }}
    />
  );
}

/** An amount with its VAT, as it was typed. */
export function MovementAmount({ fields, ...props }: Props): JSX.Element {
  const { t } = useTranslation();
  return (
    <TextField
      size="xs"
      name="amount"
      className="figures"
      inputMode="decimal"
      autoComplete="off"
      label={t('amountIncludingVat')}
      {...props}
      value={fields.draft.amountText}
      error={fields.errorOf('amount')}
      onValue={(amountText) => {
        fields.change({ amountText });
      }}
    />
  );
}

export function MovementVat({
  fields,
  defaultVatRatePpm,
  onRate,
  ...props
}: {
  readonly fields: Pick<Fields, 'draft'>;
  readonly defaultVatRatePpm: number;
  readonly onRate: (vatRatePpm: number) => void;
  /** Set before each rate where the field has no visible name. */
  readonly prefix?: string;
  readonly labelProps?: { readonly className: string };
}): JSX.Element {
  const { t } = useTranslation();
  return (
    <VatRateField
      size="xs"
      label={t('vatRate')}
      {...props}
      ratePpm={fields.draft.vatRatePpm}
      rates={ratesFor(fields.draft, defaultVatRatePpm)}
      onRate={onRate}
    />
  );
}

/** A mark that changes what a movement contributes. */
export function MovementMark(props: {
  readonly mark: 'givesContributionBack' | 'isInternal';
  readonly isSet: boolean;
  readonly onSet: (isSet: boolean) => void;
}): JSX.Element {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="xs"
      label={t(props.mark)}
      checked={props.isSet}
      onChange={(event) => {
        props.onSet(event.currentTarget.checked);
      }}
    />
  );
}
