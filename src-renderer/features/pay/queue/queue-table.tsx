import { Paper, Table } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { VerdictBadge } from '../../cooperative/pieces/verdict-mark.tsx';
import { PayStatusBadge } from '../pieces/pay-status-badge.tsx';
import { QueueCards } from './queue-cards.tsx';
import type { QueueProps } from './queue-parts.tsx';
import { QueuedNet } from './queued-net.tsx';
import { AllBox, ChooseBox, Decision, MonthLink, Person, Residue } from './queue-parts.tsx';

/** Narrower, the decision would stand beside the screen. */
const TABLE_FROM = 980;

/** The pays that wait, with a box to choose many and buttons for each. */
export function QueueTable(props: QueueProps): JSX.Element {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref}>{width > 0 && (width < TABLE_FROM ? <QueueCards {...props} /> : <WideTable {...props} />)}</div>
  );
}

function WideTable(props: QueueProps): JSX.Element {
  const { t } = useTranslation('payQueue');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  return (
    <Paper withBorder>
      <Table highlightOnHover aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <AllBox {...props} isLabelled={false} />
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
          {props.queue.map((queued) => (
            <Table.Tr key={queued.pay.id} data-testid="queued-pay">
              <Table.Td>
                <ChooseBox {...props} queued={queued} />
              </Table.Td>
              <Table.Td>
                <MonthLink queued={queued} />
              </Table.Td>
              <Table.Td>
                <Person queued={queued} />
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {format.money(queued.costMinor, queued.currency)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                <QueuedNet queued={queued} />
              </Table.Td>
              <Table.Td ta="right" className="figures" data-testid="residue">
                <Residue queued={queued} />
              </Table.Td>
              <Table.Td>
                <PayStatusBadge pay={queued.pay} />
              </Table.Td>
              <Table.Td>
                <VerdictBadge verdict={queued.verdict} />
              </Table.Td>
              <Table.Td>
                <Decision {...props} queued={queued} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
