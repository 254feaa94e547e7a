import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { isOfType } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useStatementWords } from '../pieces/statement-words.ts';
import { isGridUnknown } from '../pieces/net-pay.ts';
import { useNetPay } from '../pieces/use-net-pay.ts';
import type { QueuedPay } from './list-pays.ts';

/** What a pay comes to: net before tax, the tax and net paid apart, or what is paid abroad. */
export function QueuedNet({ queued }: { readonly queued: QueuedPay }): JSX.Element {
  const format = useFormat();
  return (
    <>
      {format.money(queued.paidMinor, queued.currency)}
      <TaxLines queued={queued} />
    </>
  );
}

function TaxLines({ queued: { pay, account } }: { readonly queued: QueuedPay }): JSX.Element | null {
  const { withholding: t, format } = useStatementWords();
  const netOf = useNetPay();
  if (account === undefined || !isOfType(pay, 'salaryStatement')) return null;
  const { input, totals, history } = pay.body;
  const net = netOf({ period: input.period, totals, history }, account);
  if (net.kind === 'personal') return null;
  const lines =
    net.kind === 'known'
      ? [
          t('taxShort', { amount: format.money(-net.withholding.amountCents) }),
          t('netPaidShort', { amount: format.money(net.withholding.netPaidCents) }),
        ]
      : [t(isGridUnknown(net.error) ? 'gridUnknownShort' : 'unknownShort')];
  return (
    <>
      {lines.map((line) => (
        <Text key={line} size="xs" c="dimmed" data-testid="queued-net">
          {line}
        </Text>
      ))}
    </>
  );
}
