import { Button, Checkbox, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { JSX, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCustomerFaults } from '../../../../shared/billing/check-customer.ts';
import { cleanCustomer } from '../../../../shared/billing/clean-customer.ts';
import { LEGAL_TERMS_DAYS } from '../../../../shared/billing/due-date.ts';
import { parseSiren } from '../../../../shared/billing/siren.ts';
import { frenchVatNumber } from '../../../../shared/billing/vat-number.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { saveCustomer } from '../../../data/commands/billing/save-customer.ts';
import { readCooperative } from '../../../data/read-cooperative.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DialogButtons } from '../../../ui/form-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { countryOptions } from '../../../ui/country-options.ts';
import type { CustomerFields } from './customer-form-state.ts';
import { bodyOf, fieldsOf } from './customer-form-state.ts';

type Fault = ReturnType<typeof findCustomerFaults>[number];

const KINDS = [
  { value: 'business', label: 'kindBusiness' },
  { value: 'individual', label: 'kindIndividual' },
  { value: 'public', label: 'kindPublic' },
] as const;

/** Creates or changes a customer; used by the list of customers and by the invoice editor. */
export function CustomerForm(props: {
  readonly customer: RecordOf<'customer'> | undefined;
  readonly proposedName?: string;
  readonly onSaved: (customer: RecordOf<'customer'>) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { customer, onSaved, onCancel } = props;
  const { t } = useTranslation('customers');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const others = useRecords(store.book, 'customer').filter((other) => other.id !== customer?.id);
  const [fields, setFields] = useState<CustomerFields>(() => fieldsOf(customer?.body, props.proposedName));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [error, setError] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);

  const set = (change: Partial<CustomerFields>) => {
    setFields((old) => ({ ...old, ...change }));
  };
  const text = (key: Exclude<keyof CustomerFields, 'kind' | 'isInternal'>) => ({
    value: fields[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      set({ [key]: event.currentTarget.value });
    },
    error: faultOf(key),
  });
  function faultOf(key: string): string | undefined {
    const fault = faults.find((entry) => entry.field === key);
    return fault === undefined ? undefined : format.error(appError(fault.code, fault.field));
  }

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const body = bodyOf(fields, customer?.body);
    const found = findCustomerFaults(cleanCustomer(body));
    setFaults(found);
    setError(undefined);
    if (found.length > 0) return;
    setIsSaving(true);
    const done = await saveCustomer(store, body, customer);
    setIsSaving(false);
    if (done.ok) onSaved(done.value);
    else setError(done.error);
  }

  const siren = parseSiren(fields.siren);
  const sameSiren =
    siren === undefined ? undefined : others.find((other) => other.status === 'active' && other.body.siren === siren);
  const isSameName = others.some(
    (other) => other.status === 'active' && other.body.name.toLowerCase() === fields.name.trim().toLowerCase(),
  );
  const isIndividual = fields.kind === 'individual';

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          required
          data-autofocus
          maxLength={200}
          description={isSameName ? t('sameName') : undefined}
          {...text('name')}
        />
        <Select
          label={t('kind')}
          data={KINDS.map(({ value, label }) => ({ value, label: t(label) }))}
          value={fields.kind}
          allowDeselect={false}
          onChange={(value) => {
            const kind = KINDS.find((entry) => entry.value === value)?.value;
            if (kind !== undefined) set({ kind });
          }}
        />
        {!isIndividual && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput
              label={t('siren')}
              inputMode="numeric"
              description={sameSiren === undefined ? t('sirenHint') : t('sameSiren', { name: sameSiren.body.name })}
              {...text('siren')}
            />
            <TextInput
              label={t('vatNumber')}
              description={
                siren !== undefined && fields.country === 'FR' && fields.vatNumber === '' ? (
                  <Button
                    size="compact-xs"
                    variant="light"
                    onClick={() => {
                      set({ vatNumber: frenchVatNumber(siren) });
                    }}
                  >
                    {t('vatNumberFill')}
                  </Button>
                ) : (
                  '\u00a0'
                )
              }
              {...text('vatNumber')}
            />
          </SimpleGrid>
        )}
        <TextInput label={t('addressLine')} maxLength={200} {...text('line1')} />
        <TextInput label={t('addressLine2')} maxLength={200} {...text('line2')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput label={t('postalCode')} maxLength={16} {...text('postalCode')} />
          <TextInput label={t('city')} maxLength={200} {...text('city')} />
          <Select
            label={t('country')}
            data={countryOptions(format.language)}
            value={fields.country}
            searchable
            allowDeselect={false}
            onChange={(value) => {
              if (value !== null) set({ country: value });
            }}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('email')} type="email" maxLength={200} {...text('email')} />
          <TextInput label={t('phone')} type="tel" maxLength={200} {...text('phone')} />
        </SimpleGrid>
        <TextInput
          label={t('paymentTerms')}
          inputMode="numeric"
          description={t('paymentTermsHint', { days: cooperativeTerms(store) })}
          {...text('paymentTermsDays')}
        />
        <Checkbox
          label={t('isInternal')}
          description={t('isInternalHint')}
          checked={fields.isInternal}
          onChange={(event) => {
            set({ isInternal: event.currentTarget.checked });
          }}
        />
        <Textarea
          label={t('note')}
          description={t('noteHint')}
          autosize
          minRows={2}
          maxLength={4000}
          {...text('note')}
        />
        <ErrorMessage error={error} />
        <DialogButtons submitLabel={tCommon('save')} isSaving={isSaving} onCancel={onCancel} testId="save-customer" />
      </Stack>
    </form>
  );
}

function cooperativeTerms(store: ReturnType<typeof useSession>['store']): number {
  return readCooperative(store)?.body.paymentTermsDays ?? LEGAL_TERMS_DAYS;
}
