import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayStep } from '../../../data/commands/pay/advance-pay.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { QueuedPay } from './list-pays.ts';
import { RefuseButton } from './refuse-button.tsx';

export interface QueueProps {
  readonly queue: readonly QueuedPay[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly onStep: (pays: readonly QueuedPay[], step: PayStep) => void;
  readonly onRefuse: (pay: QueuedPay, comment: string) => Promise<void>;
}

type Queued = Pick<QueueProps, 'chosen' | 'onChosen' | 'onStep' | 'onRefuse'> & { readonly queued: QueuedPay };

/** Chooses all pays, or none when all are chosen. Its label is seen, or only read aloud. */
export function AllBox({
  queue,
  chosen,
  onChosen,
  isLabelled,
}: QueueProps & { readonly isLabelled: boolean }): JSX.Element {
  const { t } = useTranslation('payQueue');
  const isAll = queue.every(({ pay }) => chosen.has(pay.id));
  return (
    <Checkbox
      {...(isLabelled ? { label: t('chooseAll') } : { 'aria-label': t('chooseAll') })}
      checked={isAll}
      indeterminate={!isAll && chosen.size > 0}
      onChange={() => {
        onChosen(new Set(isAll ? [] : queue.map(({ pay }) => pay.id)));
      }}
    />
  );
}

/** Whose pay of which month: names the controls of one pay. */
function useName({ person, pay }: QueuedPay): string {
  return `${person}, ${useFormat().month(pay.body.input.period)}`;
}

export function ChooseBox({ queued, chosen, onChosen }: Queued): JSX.Element {
  const { t } = useTranslation('payQueue');
  const name = useName(queued);
  const { id } = queued.pay;
  return (
    <Checkbox
      aria-label={t('choose', { name })}
      checked={chosen.has(id)}
      onChange={() => {
        const next = new Set(chosen);
        if (!next.delete(id)) next.add(id);
        onChosen(next);
      }}
    />
  );
}

export function MonthLink({ queued: { pay } }: { readonly queued: QueuedPay }): JSX.Element {
  const format = useFormat();
  return (
    <Anchor href={`#/pays/${encodeURIComponent(pay.id)}`} size="sm">
      {format.month(pay.body.input.period)}
    </Anchor>
  );
}

export function Person({ queued: { person, activity } }: { readonly queued: QueuedPay }): JSX.Element {
  return (
    <div>
      {person}
      <Text size="xs" c="dimmed">
        {activity}
      </Text>
    </div>
  );
}

/** What stays available by the server's figures, and what the member saw when that is something else. */
export function Residue({ queued }: { readonly queued: QueuedPay }): JSX.Element {
  const { t } = useTranslation('payQueue');
  const format = useFormat();
  const { residueMinor, seenResidueMinor, isCompared, currency } = queued;
  return (
    <>
      {residueMinor !== undefined && format.money(residueMinor, currency)}
      {residueMinor === undefined && (
        <Text size="sm" style={{ whiteSpace: 'normal' }}>
          {isCompared ? t('notChecked') : '–'}
        </Text>
      )}
      {seenResidueMinor !== undefined && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
          {t('seen', { amount: format.money(seenResidueMinor, currency) })}
        </Text>
      )}
    </>
  );
}

/** The next step of one pay, or its refusal. */
export function Decision({ queued, onStep, onRefuse }: Queued): JSX.Element {
  const { t } = useTranslation('payQueue');
  const name = useName(queued);
  const { nextStep, pay } = queued;
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => {
          onStep([queued], nextStep);
        }}
      >
        {t(`step.${nextStep}`)}
        <span className="visually-hidden"> : {name}</span>
      </Button>
      {pay.status !== 'validated' && <RefuseButton name={name} onRefuse={(comment) => onRefuse(queued, comment)} />}
    </Group>
  );
}
