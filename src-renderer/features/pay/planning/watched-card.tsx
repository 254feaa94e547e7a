import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchedThreshold } from '../../../../shared/records/pay-plan.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { PlanBook } from './use-plan-book.ts';

const MEASURES = ['netBeforeTax', 'socialNet', 'taxableNet', 'gross'] as const;
const PERIODS = ['month', 'quarter', 'year'] as const;

/** Limits the member wants to be told about: a benefit that falls, a bracket, an aim. */
export function WatchedCard(props: {
  readonly watched: readonly WatchedThreshold[];
  readonly book: PlanBook;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { watched, book } = props;
  const [label, setLabel] = useState('');
  const [measure, setMeasure] = useState<WatchedThreshold['measure']>('socialNet');
  const [per, setPer] = useState<WatchedThreshold['per']>('month');
  const [amountCents, setAmountCents] = useState<number>();
  const [rounds, setRounds] = useState(0);

  async function add(): Promise<void> {
    if (amountCents === undefined) return;
    if (!(await book.save({ kind: 'watch', threshold: { label: label.trim(), measure, per, amountCents } }))) return;
    setLabel('');
    setAmountCents(undefined);
    setRounds(rounds + 1);
  }

  return (
    <Paper withBorder p="md" className="no-print">
      <Title order={2} size="h4">
        {t('watched')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('watchedHint')}
      </Text>
      <Stack gap="xs">
        {watched.map((threshold) => (
          <Group key={threshold.label} justify="space-between" wrap="nowrap" data-testid="watched">
            <Text size="sm">
              {t('watchedLine', {
                label: threshold.label,
                measure: t(`measure.${threshold.measure}`),
                limit: format.money(threshold.amountCents),
                per: t(`per.${threshold.per}`),
              })}
            </Text>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('unwatch', { label: threshold.label })}
              onClick={() => void book.save({ kind: 'unwatch', label: threshold.label })}
            >
              {tCommon('remove')}
            </Button>
          </Group>
        ))}
        <ErrorMessage error={book.errorKind === 'watch' ? book.error : undefined} />
        <form
          aria-label={t('watched')}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              label={tCommon('label')}
              placeholder={t('watchedExample')}
              maxLength={80}
              value={label}
              onChange={(event) => {
                setLabel(event.currentTarget.value);
              }}
            />
            <NativeSelect
              label={t('watchedMeasure')}
              value={measure}
              data={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
              onChange={(event) => {
                setMeasure(MEASURES.find((known) => known === event.currentTarget.value) ?? 'socialNet');
              }}
            />
            <NativeSelect
              label={t('watchedPer')}
              value={per}
              data={PERIODS.map((value) => ({ value, label: t(`per.${value}`) }))}
              onChange={(event) => {
                setPer(PERIODS.find((known) => known === event.currentTarget.value) ?? 'month');
              }}
            />
            <AmountInput
              key={rounds}
              label={t('watchedLimit')}
              valueMinor={amountCents}
              isPositive
              onValue={setAmountCents}
            />
            <Button type="submit" variant="default" disabled={amountCents === undefined || amountCents <= 0}>
              {tCommon('add')}
            </Button>
          </Group>
        </form>
      </Stack>
    </Paper>
  );
}
