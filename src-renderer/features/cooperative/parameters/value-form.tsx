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
import classes from './value-form.module.css';

/** The field of the value that is open, for a way back to it from afar. */
export const OPEN_VALUE_ID = 'open-value';

const NOTHING = { text: '', source: '', since: '' };

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
  const [typed, setTyped] = useState(NOTHING);
  // Said once the person wants to apply, and then until each is mended.
  const [isTried, setIsTried] = useState(false);
  const value = parseParameter(props.unit, typed.text);
  const source = typed.source.trim();
  const { since } = typed;

  function apply(): void {
    setIsTried(true);
    if (value.ok && source !== '' && isPlainDate(since)) props.onApply({ value: value.value, source, since });
  }

  return (
    <form
      noValidate
      className={classes['form']}
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
          id={OPEN_VALUE_ID}
          autoFocus
          label={`${t('newValue')} : ${props.name}`}
          placeholder={props.shown}
          inputMode="decimal"
          value={typed.text}
          error={isTried && !value.ok ? t('valueInvalid') : undefined}
          onChange={(event) => {
            setTyped({ ...typed, text: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('source')}
          placeholder={props.legal.source}
          value={typed.source}
          error={isTried && source === '' ? t('sourceMissing') : undefined}
          onChange={(event) => {
            setTyped({ ...typed, source: event.currentTarget.value });
          }}
        />
        <DateField
          label={t('since')}
          value={since}
          error={isTried && !isPlainDate(since) ? t('sinceMissing') : undefined}
          onValue={(next) => {
            setTyped({ ...typed, since: next });
          }}
        />
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
