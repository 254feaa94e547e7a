import { SimpleGrid } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { PayDay } from '../../../../shared/records/net-pay.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { nextMonthStart } from './next-month-start.ts';
import { useSaveList } from './use-save-list.ts';

const LAST_DAY = 31;
const WHICH = ['sameMonth', 'nextMonth'] as const;

/** The day on which the cooperative pays, from a date on. */
export function PayDayEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly payDay: PayDay | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative, payDay, onDone } = props;
  const save = useSaveList(cooperative, 'netPay', 'payDays');
  const [from, setFrom] = useState(payDay?.from ?? nextMonthStart());
  const [day, setDay] = useState(payDay?.day);
  const [which, setWhich] = useState<(typeof WHICH)[number]>(payDay?.isNextMonth === true ? 'nextMonth' : 'sameMonth');
  return (
    <EditorFrame
      title={payDay === undefined ? t('payDays.add') : t('editOf', { name: format.date(payDay.from) })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const name = t('payDays.title');
        if (!isPlainDate(from)) return invalidRule(name, 'from');
        if (day === undefined || day < 1 || day > LAST_DAY) return invalidRule(name, 'day');
        return save(payDay, { ...payDay, from, day, isNextMonth: which === 'nextMonth' });
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DateField label={t('field.from')} value={from} onValue={setFrom} />
        <DecimalInput
          label={t('field.day')}
          inputMode="numeric"
          value={day}
          write={String}
          read={(text) => parseAmount(text, 0)}
          onValue={setDay}
        />
        <ChoiceField
          label={t('payDays.which')}
          value={which}
          choices={WHICH.map((value) => ({ value, label: t(`payDays.${value}`) }))}
          onValue={setWhich}
        />
      </SimpleGrid>
    </EditorFrame>
  );
}
