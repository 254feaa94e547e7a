import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../../shared/money/parse.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import type { IdentityDraft } from './identity-draft.ts';
import { IDENTITY_TEXTS } from './identity-draft.ts';

/** What identifies the cooperative on its invoices. */
export function IdentityFields(props: {
  readonly draft: IdentityDraft;
  readonly onChange: (draft: IdentityDraft) => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { draft, onChange } = props;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {IDENTITY_TEXTS.map((field) => (
          <TextInput
            key={field}
            label={t(`field.${field}`)}
            maxLength={field === 'postalCode' ? 16 : 200}
            value={draft[field]}
            onChange={(event) => {
              onChange({ ...draft, [field]: event.currentTarget.value });
            }}
          />
        ))}
        <AmountInput
          label={t('field.shareCapitalCents')}
          valueMinor={draft.shareCapitalCents}
          onValue={(shareCapitalCents) => {
            onChange({ ...draft, shareCapitalCents });
          }}
        />
        <DecimalInput
          label={t('field.paymentTermsDays')}
          inputMode="numeric"
          value={draft.paymentTermsDays}
          write={String}
          read={(text) => parseAmount(text, 0)}
          onValue={(paymentTermsDays) => {
            onChange({ ...draft, paymentTermsDays });
          }}
        />
      </SimpleGrid>
      <Textarea
        label={t('field.latePenaltyText')}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.latePenaltyText}
        onChange={(event) => {
          onChange({ ...draft, latePenaltyText: event.currentTarget.value });
        }}
      />
    </>
  );
}
