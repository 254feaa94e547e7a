import { SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../../shared/money/parse.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FactsDraft } from './employer-draft.ts';

/** Headcount and work-accident rate, with their date and source. */
export function EmployerFields(props: {
  readonly draft: FactsDraft;
  readonly onChange: (draft: FactsDraft) => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { draft, onChange } = props;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <DateField
        label={t('field.from')}
        value={draft.from}
        onValue={(from) => {
          onChange({ ...draft, from });
        }}
      />
      <DecimalInput
        label={t('field.headcount')}
        inputMode="numeric"
        value={draft.headcount}
        write={String}
        read={(text) => parseAmount(text, 0)}
        onValue={(headcount) => {
          onChange({ ...draft, headcount });
        }}
      />
      <RateInput
        label={t('field.atmpRatePpm')}
        rate={draft.atmpRatePpm}
        onValue={(atmpRatePpm) => {
          onChange({ ...draft, atmpRatePpm });
        }}
      />
      <TextInput
        label={t('field.source')}
        placeholder={t('employer.sourceHint')}
        maxLength={200}
        value={draft.source}
        onChange={(event) => {
          onChange({ ...draft, source: event.currentTarget.value });
        }}
      />
    </SimpleGrid>
  );
}
