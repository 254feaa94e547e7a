import { SimpleGrid } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { Benefit } from '../../../../shared/records/benefit.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import type { StepDraft } from './benefit-draft.ts';
import { LineFieldset } from './line-fieldset.tsx';
import { StatusField } from './status-field.tsx';

/** One step of a benefit: when it is reached, then what it gives. */
export function StepFields(props: {
  readonly position: number;
  readonly kind: Benefit['kind'];
  readonly step: StepDraft;
  readonly onChange: (change: Partial<StepDraft>) => void;
  readonly onRemove?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { kind, step, onChange } = props;
  return (
    <LineFieldset legend={t('stepOf', { position: props.position })} onRemove={props.onRemove}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <DecimalInput
          label={t('step.seniority')}
          placeholder={t('step.always')}
          inputMode="numeric"
          value={step.fromSeniorityMonths}
          write={String}
          read={(text) => parseAmount(text, 0)}
          onValue={(fromSeniorityMonths) => {
            onChange({ fromSeniorityMonths });
          }}
        />
        <AmountInput
          label={t('step.turnover')}
          placeholder={t('step.always')}
          valueMinor={step.fromTurnoverCents}
          onValue={(fromTurnoverCents) => {
            onChange({ fromTurnoverCents });
          }}
        />
        <StatusField
          label={t('field.statuses')}
          placeholder={t('everybody')}
          value={step.statuses}
          onChange={(statuses) => {
            onChange({ statuses });
          }}
        />
        {kind === 'healthCover' ? (
          <RateInput
            label={t('step.share')}
            rate={step.sharePpm}
            onValue={(sharePpm) => {
              onChange({ sharePpm });
            }}
          />
        ) : kind === 'leave' ? (
          <RateInput
            label={t('step.provision')}
            rate={step.grossRatePpm}
            onValue={(grossRatePpm) => {
              onChange({ grossRatePpm });
            }}
          />
        ) : (
          <>
            <AmountInput
              label={t('step.employer')}
              valueMinor={step.employerCents}
              onValue={(employerCents) => {
                onChange({ employerCents });
              }}
            />
            <AmountInput
              label={t('step.employee')}
              placeholder={t('off')}
              valueMinor={step.employeeCents}
              onValue={(employeeCents) => {
                onChange({ employeeCents });
              }}
            />
          </>
        )}
      </SimpleGrid>
    </LineFieldset>
  );
}
