import { ActionIcon, Button, Chip, Group, NativeSelect, Text, TextInput, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter, IconFilterOff, IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { localToday } from '../../../data/local-today.ts';
import type { Format } from '../../../i18n/use-format.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { FilterFields } from './ledger-filters.ts';
import { LEDGER_KINDS, NO_FILTER } from './ledger-filters.ts';
import type { LedgerPeriod } from './ledger-period.ts';
import { periodAround, quarterOf, stepPeriod } from './ledger-period.ts';
import { isFiltered } from './use-ledger.ts';
import { DateField } from '../../../ui/date-field.tsx';

const PERIOD_KINDS = ['all', 'month', 'quarter', 'year', 'range'] as const;

/** What to look for in the ledger. */
export function LedgerFilterBar(props: {
  readonly fields: FilterFields;
  readonly onChange: (fields: FilterFields) => void;
  readonly amountError: AppError | undefined;
  readonly toReviewCount: number;
  readonly isCompact: boolean;
}): JSX.Element {
  const { fields } = props;
  const { t } = useTranslation('ledger');
  const { t: tKinds } = useTranslation('ledgerKinds');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const isWhole = isOpen || !props.isCompact;
  const change = (next: Partial<FilterFields>): void => {
    props.onChange({ ...fields, ...next });
  };
  return (
    <Group role="search" aria-label={t('filters')} gap="xs" mb="xs" align="flex-end">
      <TextInput
        size="xs"
        w={props.isCompact ? '100%' : 200}
        type="search"
        label={t('searchText')}
        placeholder={t('searchTextHint')}
        leftSection={<IconSearch size={14} />}
        value={fields.text}
        onChange={(event) => {
          change({ text: event.currentTarget.value });
        }}
      />
      {!isWhole && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} />}
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t('moreFilters')}
        </Button>
      )}
      {isWhole && (
        <>
          <TextInput
            size="xs"
            w={176}
            label={t('searchAmount')}
            placeholder={t('searchAmountHint')}
            autoComplete="off"
            className="figures"
            value={fields.amountText}
            error={props.amountError === undefined ? undefined : format.error(props.amountError)}
            onChange={(event) => {
              change({ amountText: event.currentTarget.value });
            }}
          />
          <NativeSelect
            size="xs"
            w={140}
            label={t('category')}
            value={fields.kind}
            onChange={(event) => {
              change({ kind: event.currentTarget.value as FilterFields['kind'] }); // options are exactly these
            }}
            data={[
              { value: '', label: t('allKinds') },
              ...LEDGER_KINDS.map((kind) => ({ value: kind, label: tKinds(kind) })),
            ]}
          />
          <NativeSelect
            size="xs"
            w={112}
            label={t('period')}
            value={fields.period.kind}
            onChange={(event) => {
              const kind = event.currentTarget.value as LedgerPeriod['kind']; // options are exactly these
              change({ period: periodAround(kind, localToday()) });
            }}
            data={PERIOD_KINDS.map((kind) => ({ value: kind, label: t(`period.${kind}`) }))}
          />
          <PeriodFields
            period={fields.period}
            onChange={(period) => {
              change({ period });
            }}
          />
        </>
      )}
      {(props.toReviewCount > 0 || fields.isToReview) && (
        <Chip
          size="xs"
          color="orange"
          variant="light"
          checked={fields.isToReview}
          onChange={(isToReview) => {
            change({ isToReview });
          }}
        >
          {t('onlyToReview', { count: props.toReviewCount })}
        </Chip>
      )}
      {isFiltered(fields) && (
        <Tooltip label={t('clearFilters')}>
          <ActionIcon
            size={30}
            variant="subtle"
            aria-label={t('clearFilters')}
            onClick={() => {
              props.onChange(NO_FILTER);
            }}
          >
            <IconFilterOff size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

function PeriodFields(props: {
  readonly period: LedgerPeriod;
  readonly onChange: (period: LedgerPeriod) => void;
}): JSX.Element | null {
  const { period, onChange } = props;
  const { t } = useTranslation('ledger');
  const format = useFormat();
  if (period.kind === 'all') return null;
  if (period.kind === 'range') {
    return (
      <>
        {(['from', 'to'] as const).map((bound) => (
          <DateField
            key={bound}
            size="xs"
            w={132}
            label={t(`${bound}Date`)}
            value={period[bound]}
            onValue={(date) => {
              onChange({ ...period, [bound]: date });
            }}
          />
        ))}
      </>
    );
  }
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        size={30}
        variant="default"
        aria-label={t('previousPeriod')}
        onClick={() => {
          onChange(stepPeriod(period, -1));
        }}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Text size="sm" ta="center" miw={124} role="status">
        {periodName(period, format, t)}
      </Text>
      <ActionIcon
        size={30}
        variant="default"
        aria-label={t('nextPeriod')}
        onClick={() => {
          onChange(stepPeriod(period, 1));
        }}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}

function periodName(
  period: Extract<LedgerPeriod, { readonly start: string }>,
  format: Format,
  t: ReturnType<typeof useTranslation<'ledger'>>['t'],
): string {
  const year = period.start.slice(0, 4);
  if (period.kind === 'year') return year;
  if (period.kind === 'month') return format.month(period.start);
  const quarter = quarterOf(period.start);
  return quarter === 1 ? t('quarterOf1', { year }) : t('quarterOf', { quarter, year });
}
