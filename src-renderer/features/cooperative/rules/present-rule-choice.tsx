import { Checkbox, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { nextJanuary } from '../../../../shared/cooperative/check-present-rule.ts';
import { isPayCounted } from '../../../../shared/pay/counted-pay.ts';
import { localToday } from '../../../data/local-today.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/**
 * From when pays follow the present rule: asked where pays of the running year were made under the former one, said where it
 * was chosen, and not named elsewhere.
 */
export function PresentRuleChoice(props: {
  readonly chosen: string | undefined;
  readonly value: string | undefined;
  readonly onValue: (month: string | undefined) => void;
}): JSX.Element | null {
  const { t } = useTranslation('rules');
  const { store } = useSession();
  const pays = useRecords(store.image('network'), 'salaryStatement');
  const { chosen, value, onValue } = props;
  if (chosen !== undefined) {
    const year = Number(chosen.slice(0, 4));
    return <Text size="sm">{t('year.presentRuleChosen', { last: year - 1, year })}</Text>;
  }
  const today = localToday();
  const isAsked = pays.some(
    (pay) =>
      isPayCounted(pay) &&
      pay.body.input.workingTime === undefined &&
      pay.body.input.period.slice(0, 4) === today.slice(0, 4),
  );
  if (!isAsked) return null;
  const january = nextJanuary(today);
  return (
    <Checkbox
      label={t('year.presentRule', { year: january.slice(0, 4) })}
      description={t('year.presentRuleHint')}
      checked={value !== undefined}
      onChange={(event) => {
        onValue(event.currentTarget.checked ? january : undefined);
      }}
    />
  );
}
