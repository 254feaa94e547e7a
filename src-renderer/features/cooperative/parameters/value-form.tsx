import { Button, Group, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import type { ParameterChange } from '../../../../shared/salary/change-parameter.ts';
import type { ParameterUnit } from '../../../../shared/salary/compare-parameters.ts';
import type { LegalSource } from '../../../../shared/salary/payroll-parameters.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { parseParameter } from './parse-parameter.ts';

/** One value being changed: the number, and the text and date that set it, which must be given anew. */
export function ValueForm(props: {
  readonly name: string;
  readonly unit: ParameterUnit;
  readonly shown: string;
  readonly legal: LegalSource;
  readonly onApply: (change: ParameterChange) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t } = useTranslation('parameters');
  const { t: tCommon } = useTranslation();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [since, setSince] = useState('');
  const [problem, setProblem] = useState<'value' | 'source'>();

  function apply(): void {
    const value = parseParameter(props.unit, text);
    if (!value.ok) setProblem('value');
    else if (source.trim() === '' || !isPlainDate(since)) setProblem('source');
    else props.onApply({ value: value.value, source: source.trim(), since });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <Group align="flex-start" gap="xs">
        <TextInput
          data-autofocus
          autoFocus
          label={`${t('newValue')} : ${props.name}`}
          placeholder={props.shown}
          inputMode="decimal"
          value={text}
          error={problem === 'value' ? t('valueInvalid') : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <TextInput
          label={t('source')}
          placeholder={props.legal.source}
          value={source}
          error={problem === 'source' ? t('sourceMissing') : undefined}
          onChange={(event) => {
            setSource(event.currentTarget.value);
          }}
        />
        <DateField label={t('since')} value={since} onValue={setSince} />
        <Group gap="xs" mt={25}>
          <Button type="submit">{t('apply')}</Button>
          <Button variant="default" onClick={props.onCancel}>
            {tCommon('cancel')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
