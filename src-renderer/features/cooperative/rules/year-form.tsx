import { Button, Group, NativeSelect, SimpleGrid, Stack, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { addMonths, monthOf } from '../../../../shared/time/month.ts';
import type { RulesChange } from '../../../data/commands/cooperative/subject-write.ts';
import { saveCooperativeRules } from '../../../data/commands/cooperative/save-cooperative-rules.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { PresentRuleChoice } from './present-rule-choice.tsx';
import { RuleError } from './rule-error.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const CLOSABLE_MONTHS = 24;

/** Start of the fiscal year, last closed month, and from when pays follow the present rule. */
export function YearForm({ cooperative }: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const noticeUndo = useUndoNotice();
  const titleId = useId();
  const { fiscalYearStartMonth = 1, closedThrough, presentRuleFrom } = cooperative.body;
  const [change, setChange] = useState<RulesChange>({});
  const [error, setError] = useState<AppError>();
  const shown = { fiscalYearStartMonth, closedThrough, presentRuleFrom, ...change };
  const thisMonth = monthOf(localToday());
  const months = Array.from({ length: CLOSABLE_MONTHS }, (_, index) => addMonths(thisMonth, -1 - index));
  const closable = closedThrough === undefined || months.includes(closedThrough) ? months : [...months, closedThrough];
  // The name of a month stands before its year.
  const monthName = (month: number): string =>
    format.month(`2026-${String(month).padStart(2, '0')}`).replace(/\s?2026$/, '');

  async function save(): Promise<void> {
    const done = await saveCooperativeRules(store, cooperative, 'year', change);
    setError(done.ok ? undefined : done.error);
    if (!done.ok) return;
    setChange({});
    noticeUndo(t('saved'));
  }

  return (
    <form
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Title order={2} size="h4" id={titleId} mb="xs">
        {t('year.title')}
      </Title>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect
            label={t('field.fiscalYearStartMonth')}
            description={t('year.startHint')}
            value={String(shown.fiscalYearStartMonth)}
            data={MONTHS.map((month) => ({ value: String(month), label: monthName(month) }))}
            onChange={(event) => {
              setChange({ ...change, fiscalYearStartMonth: Number(event.currentTarget.value) });
            }}
          />
          <NativeSelect
            label={t('year.closedThrough')}
            description={t('year.closedHint')}
            value={shown.closedThrough ?? ''}
            data={[
              { value: '', label: t('year.noneClosed') },
              ...closable.map((month) => ({ value: month, label: format.month(month) })),
            ]}
            onChange={(event) => {
              const month = event.currentTarget.value;
              setChange({ ...change, closedThrough: month === '' ? undefined : month });
            }}
          />
        </SimpleGrid>
        <PresentRuleChoice
          chosen={presentRuleFrom}
          value={shown.presentRuleFrom}
          onValue={(month) => {
            setChange({ ...change, presentRuleFrom: month });
          }}
        />
        <RuleError error={error} />
        <Group>
          <Button type="submit" disabled={Object.keys(change).length === 0} data-testid="save-year">
            {tCommon('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
