import { Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { JSX, KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { VAT_EXEMPTIONS } from '../../../../shared/billing/vat-exemptions.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { useSession } from '../../../session/session-context.tsx';
import type { DraftForm, DraftReading, LineFields } from './draft-form.ts';
import { addLine, moveLine, removeLine, setLine } from './edit-lines.ts';
import { LineRow } from './line-row.tsx';

const EXEMPTION_LABELS: Readonly<
  Record<
    string,
    'exemptionTraining' | 'exemptionEuService' | 'exemptionEuGoods' | 'exemptionServiceOutsideEu' | 'exemptionExport'
  >
> = {
  training: 'exemptionTraining',
  euService: 'exemptionEuService',
  euGoods: 'exemptionEuGoods',
  serviceOutsideEu: 'exemptionServiceOutsideEu',
  export: 'exemptionExport',
};

/** The lines of a draft: Enter walks through the fields and adds a line at the end. */
export function LineList(props: {
  readonly form: DraftForm;
  readonly reading: DraftReading;
  readonly currency: string;
  readonly onChange: (form: DraftForm) => void;
}): JSX.Element {
  const { form, reading, onChange } = props;
  const { t } = useTranslation('invoices');
  const { store } = useSession();
  const { defaultVatRatePpm } = readBookSettings(store.book);
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<{ key: string; field: string } | undefined>(undefined);

  useEffect(() => {
    const wanted = focusNext.current;
    if (wanted === undefined) return;
    focusNext.current = undefined;
    enterField(fieldOf(list.current, wanted.key, wanted.field));
  });

  const setLines = (lines: readonly LineFields[], focus?: { key: string; field: string }) => {
    focusNext.current = focus;
    onChange({ ...form, lines });
  };

  function append(): void {
    const lines = addLine(form.lines, defaultVatRatePpm);
    setLines(lines, { key: lines.at(-1)?.key ?? '', field: 'description' });
  }

  function remove(key: string): void {
    const index = form.lines.findIndex((line) => line.key === key);
    const lines = removeLine(form.lines, key, defaultVatRatePpm);
    setLines(lines, { key: (lines[index] ?? lines.at(-1))?.key ?? '', field: 'description' });
  }

  function onKeyDown(event: KeyboardEvent, line: LineFields, field: string): void {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setLines(moveLine(form.lines, line.key, event.key === 'ArrowUp' ? -1 : 1), { key: line.key, field });
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = NEXT_FIELD[field];
    if (next !== undefined) {
      enterField(fieldOf(list.current, line.key, next));
      return;
    }
    const index = form.lines.findIndex((entry) => entry.key === line.key);
    const following = form.lines[index + 1];
    if (following === undefined) append();
    else enterField(fieldOf(list.current, following.key, 'description'));
  }

  return (
    <section aria-label={t('lines')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('lines')}
        </Title>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('linesHint')}
        </Text>
      </Group>
      <div className="invoice-line invoice-line-head" aria-hidden="true">
        <span>{t('description')}</span>
        <span>{t('quantity')}</span>
        <span>{t('unit')}</span>
        <span>{t('unitPrice')}</span>
        <span>{t('vatRate')}</span>
        <span>{t('lineAmount')}</span>
        <span />
      </div>
      <ol className="invoice-lines" ref={list}>
        {form.lines.map((line, index) => (
          <LineRow
            key={line.key}
            line={line}
            index={index}
            count={form.lines.length}
            read={reading.draft.lines[index]}
            unreadable={reading.unreadable.filter(({ key }) => key === line.key).map(({ field }) => field)}
            date={reading.draft.date}
            currency={props.currency}
            onChange={(change) => {
              setLines(setLine(form.lines, line.key, change));
            }}
            onKeyDown={(event, field) => {
              onKeyDown(event, line, field);
            }}
            onMove={(step) => {
              setLines(moveLine(form.lines, line.key, step), { key: line.key, field: step < 0 ? 'up' : 'down' });
            }}
            onRemove={() => {
              remove(line.key);
            }}
          />
        ))}
      </ol>
      <Group justify="space-between" align="flex-end" mt="xs">
        <Button variant="light" leftSection={<IconPlus size={16} />} onClick={append}>
          {t('addLine')}
        </Button>
        {form.lines.some((line) => line.vatRatePpm === 0) && (
          <NativeSelect
            label={t('exemption')}
            description={t('exemptionHint')}
            data={[
              { value: '', label: t('exemptionChoose') },
              ...VAT_EXEMPTIONS.map(({ key }) => ({ value: key, label: t(EXEMPTION_LABELS[key] ?? 'exemption') })),
            ]}
            value={form.vatExemption}
            onChange={(event) => {
              onChange({ ...form, vatExemption: event.currentTarget.value });
            }}
            maw="100%"
          />
        )}
      </Group>
    </section>
  );
}

const NEXT_FIELD: Readonly<Record<string, string>> = {
  description: 'quantity',
  quantity: 'unit',
  unit: 'unitPrice',
  unitPrice: 'vatRate',
};

function fieldOf(list: HTMLElement | null, key: string, field: string): HTMLElement | null {
  const row = list?.querySelector(`[data-line="${key}"]`) ?? null;
  const found = row?.querySelector<HTMLElement>(`[data-field="${field}"]:not(:disabled)`) ?? null;
  // A line moved to the end has no "down" any more: stay on the line.
  return found ?? row?.querySelector<HTMLElement>('[data-field="description"]') ?? null;
}

/** Focuses a field; what stands in it is replaced by the first digit typed. */
function enterField(field: HTMLElement | null): void {
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
