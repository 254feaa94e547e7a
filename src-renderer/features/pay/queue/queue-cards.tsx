import { Group, Paper, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { VerdictBadge } from '../../cooperative/pieces/verdict-mark.tsx';
import { PayStatusBadge } from '../pieces/pay-status-badge.tsx';
import type { QueueProps } from './queue-parts.tsx';
import { QueuedNet } from './queued-net.tsx';
import { AllBox, ChooseBox, Decision, MonthLink, Person, Residue } from './queue-parts.tsx';

const GRID = {
  display: 'grid',
  gap: 8,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
} as const;

/** The pays that wait on a narrow screen: each one whole, nothing beside the screen. */
export function QueueCards(props: QueueProps): JSX.Element {
  const { t } = useTranslation('payQueue');
  const format = useFormat();
  return (
    <Stack gap="xs">
      <AllBox {...props} isLabelled />
      <Stack component="ul" m={0} p={0} style={{ listStyle: 'none', ...GRID }} aria-label={t('title')}>
        {props.queue.map((queued) => (
          <Paper component="li" key={queued.pay.id} withBorder p="sm" data-testid="queued-pay">
            <Group wrap="nowrap" align="flex-start" justify="space-between" gap="xs" mb="xs">
              <Group wrap="nowrap" align="flex-start" gap="xs">
                <ChooseBox {...props} queued={queued} />
                <Person queued={queued} />
              </Group>
              <MonthLink queued={queued} />
            </Group>
            <Line label={t('cost')}>{format.money(queued.costMinor, queued.currency)}</Line>
            <Line label={t('paid')}>
              <QueuedNet queued={queued} />
            </Line>
            <Line label={t('residue')} testId="residue">
              <Residue queued={queued} />
            </Line>
            <Group gap="xs" my="xs">
              <PayStatusBadge pay={queued.pay} />
              <VerdictBadge verdict={queued.verdict} />
            </Group>
            <Decision {...props} queued={queued} />
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

function Line(props: { readonly label: string; readonly testId?: string; readonly children: ReactNode }): JSX.Element {
  return (
    <Group wrap="nowrap" justify="space-between" align="baseline" gap="xs">
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <Text component="div" size="sm" ta="right" className="figures" data-testid={props.testId}>
        {props.children}
      </Text>
    </Group>
  );
}
