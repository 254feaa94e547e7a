import { Anchor, Badge, Button, Checkbox, Group, Paper, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayStep } from '../../data/commands/advance-pay.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { VerdictBadge } from '../../ui/verdict-mark.tsx';
import type { QueuedPay } from './list-pays.ts';
import { RefuseButton } from './refuse-button.tsx';

interface Actions {
  readonly onStep: (pays: readonly QueuedPay[], step: PayStep) => void;
  readonly onRefuse: (pay: QueuedPay, comment: string) => Promise<void>;
}

/** The pays that wait, with a box to choose many and buttons for each. */
export function QueueTable(
  props: Actions & {
    readonly queue: readonly QueuedPay[];
    readonly chosen: ReadonlySet<string>;
    readonly onChosen: (chosen: ReadonlySet<string>) => void;
  },
): JSX.Element {
  const { t } = useTranslation('payQueue');
  const { t: tPay } = useTranslation('pay');
  const { queue, chosen, onChosen } = props;
  const isAll = queue.every(({ pay }) => chosen.has(pay.id));
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={980} tabIndex={0} aria-label={t('title')}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Checkbox
                  aria-label={t('chooseAll')}
                  checked={isAll}
                  indeterminate={!isAll && chosen.size > 0}
                  onChange={() => {
                    onChosen(new Set(isAll ? [] : queue.map(({ pay }) => pay.id)));
                  }}
                />
              </Table.Th>
              <Table.Th>{tPay('month')}</Table.Th>
              <Table.Th>{t('person')}</Table.Th>
              <Table.Th ta="right">{t('cost')}</Table.Th>
              <Table.Th ta="right">{t('paid')}</Table.Th>
              <Table.Th ta="right">{t('residue')}</Table.Th>
              <Table.Th>{tPay('state')}</Table.Th>
              <Table.Th>{tPay('verdict')}</Table.Th>
              <Table.Th>{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queue.map((queued) => (
              <QueueRow
                key={queued.pay.id}
                queued={queued}
                isChosen={chosen.has(queued.pay.id)}
                onToggle={() => {
                  const next = new Set(chosen);
                  if (!next.delete(queued.pay.id)) next.add(queued.pay.id);
                  onChosen(next);
                }}
                onStep={props.onStep}
                onRefuse={props.onRefuse}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function QueueRow(
  props: Actions & { readonly queued: QueuedPay; readonly isChosen: boolean; readonly onToggle: () => void },
): JSX.Element {
  const { t } = useTranslation('payQueue');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { pay, person, activity, currency, nextStep, verdict, residueMinor, seenResidueMinor, isCompared, ...amounts } =
    props.queued;
  const month = format.month(pay.body.input.period);
  const money = (amountMinor: number): string => format.money(amountMinor, currency);
  const name = `${person}, ${month}`;
  return (
    <Table.Tr data-testid="queued-pay">
      <Table.Td>
        <Checkbox aria-label={t('choose', { name })} checked={props.isChosen} onChange={props.onToggle} />
      </Table.Td>
      <Table.Td>
        <Anchor href={`#/pays/${encodeURIComponent(pay.id)}`} size="sm">
          {month}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {person}
        <Text size="xs" c="dimmed">
          {activity}
        </Text>
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {money(amounts.costMinor)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {money(amounts.paidMinor)}
      </Table.Td>
      <Table.Td ta="right" className="figures" data-testid="residue">
        {residueMinor !== undefined && money(residueMinor)}
        {residueMinor === undefined && (
          <Text size="sm" style={{ whiteSpace: 'normal' }}>
            {isCompared ? t('notChecked') : '–'}
          </Text>
        )}
        {seenResidueMinor !== undefined && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
            {t('seen', { amount: money(seenResidueMinor) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" miw="max-content">
          {tPay(`status.${pay.status as 'paid'}`, { defaultValue: pay.status })}
        </Badge>
      </Table.Td>
      <Table.Td>
        <VerdictBadge verdict={verdict} />
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              props.onStep([props.queued], nextStep);
            }}
          >
            {t(`step.${nextStep}`)}
            <span className="visually-hidden"> : {name}</span>
          </Button>
          {pay.status !== 'validated' && (
            <RefuseButton name={name} onRefuse={(comment) => props.onRefuse(props.queued, comment)} />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
