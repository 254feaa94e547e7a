import { SimpleGrid } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { territory as territories } from '../../../../shared/records/withholding-grid.ts';
import type { Territory } from '../../../../shared/records/withholding-grid.ts';
import type { WithholdingRateBody } from '../../../../shared/records/withholding-rate.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormFrame } from '../../../ui/form-frame.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const KINDS = ['own', 'neutral'] as const;

/** The fields of one rate of a person; the day of one that stands does not change. */
export function WithholdingForm(props: {
  readonly rate: RecordOf<'withholdingRate'> | undefined;
  readonly person: string;
  readonly onSave: (date: string, body: WithholdingRateBody) => Promise<Result<unknown>>;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t } = useTranslation('withholding');
  const format = useFormat();
  const { rate, person } = props;
  const [date, setDate] = useState(rate?.date ?? '');
  const [kind, setKind] = useState<WithholdingRateBody['kind']>(rate?.body.kind ?? 'own');
  const [ratePpm, setRatePpm] = useState(rate?.body.ratePpm);
  const [territory, setTerritory] = useState<Territory>(rate?.body.territory ?? 'metropole');
  const [source, setSource] = useState(rate?.body.source ?? '');

  function readBody(): WithholdingRateBody {
    const { ratePpm: _rate, territory: _territory, ...kept } = rate?.body ?? {};
    const value = kind === 'neutral' ? { territory } : ratePpm === undefined ? {} : { ratePpm };
    return { ...kept, person, kind, ...value, source: source.trim() };
  }

  return (
    <FormFrame
      title={rate === undefined ? t('add') : t('edit', { date: format.date(rate.date) })}
      onSave={() => props.onSave(date, readBody())}
      onCancel={props.onCancel}
      showError={(error) => <ErrorMessage error={error} />}
      testId="save-withholding"
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label={t('from')} autoFocus value={date} disabled={rate !== undefined} onValue={setDate} />
        <ChoiceField
          label={t('kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onValue={setKind}
        />
        {kind === 'own' ? (
          <RateInput label={t('rate')} rate={ratePpm} onValue={setRatePpm} />
        ) : (
          <ChoiceField
            label={t('territory')}
            value={territory}
            choices={territories.options.map((value) => ({ value, label: t(`territory.${value}`) }))}
            onValue={setTerritory}
          />
        )}
        <TextField label={t('source')} placeholder={t('sourceHint')} value={source} onValue={setSource} />
      </SimpleGrid>
    </FormFrame>
  );
}
