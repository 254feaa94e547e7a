import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import type { ExtraLineDraft } from './extra-list-draft.ts';
import { LineFields } from './line-fields.tsx';

const SIDES = ['employer', 'employee'] as const;
const BASES = ['fixed', 'gross', 'upToCeiling', 'fromOneToEightCeilings'] as const;

/** The fields of one line added to each pay. */
export function ExtraLineFields(props: {
  readonly position: number;
  readonly line: ExtraLineDraft;
  readonly onChange: (change: Partial<ExtraLineDraft>) => void;
  readonly onRemove?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { line, onChange } = props;
  return (
    <LineFields
      position={props.position}
      line={line}
      bases={BASES.map((value) => ({ value, label: t(`lineOn.${value}`) }))}
      side={
        <ChoiceField
          label={t('side')}
          value={line.side}
          choices={SIDES.map((value) => ({ value, label: t(`side.${value}`) }))}
          onValue={(side) => {
            onChange({ side });
          }}
        />
      }
      value={
        line.base === 'fixed' ? (
          <AmountInput
            label={t('amountMonthly')}
            valueMinor={line.amountCents}
            onValue={(amountCents) => {
              onChange({ amountCents });
            }}
          />
        ) : (
          <RateInput
            unit="e7"
            label={t('field.ratePpm')}
            rate={line.rateE7}
            onValue={(rateE7) => {
              onChange({ rateE7 });
            }}
          />
        )
      }
      since={
        <DateField
          label={t('field.since')}
          value={line.since}
          onValue={(since) => {
            onChange({ since });
          }}
        />
      }
      onChange={onChange}
      onRemove={props.onRemove}
    >
      <Checkbox
        mt="sm"
        label={t('isWelfare')}
        description={t('isWelfareHint')}
        checked={line.isWelfare}
        onChange={(event) => {
          onChange({ isWelfare: event.currentTarget.checked });
        }}
      />
    </LineFields>
  );
}
