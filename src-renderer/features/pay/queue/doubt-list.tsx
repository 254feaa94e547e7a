import { Alert, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { VerdictDifferences } from '../../cooperative/pieces/verdict-differences.tsx';
import type { QueuedPay } from './list-pays.ts';

/** Why the server does not vouch for some pays: read before one goes on with them. */
export function DoubtList({ pays }: { readonly pays: readonly QueuedPay[] }): JSX.Element {
  const { t } = useTranslation('payQueue');
  const format = useFormat();
  return (
    <Stack mt="sm" gap="xs" data-testid="doubts">
      {pays.map(({ pay, person, currency, verdict }) => (
        <Alert key={pay.id} color={verdict?.status === 'mismatch' ? 'red' : 'orange'} role="alert">
          <Text size="sm" fw={600}>
            {t(verdict?.status === 'mismatch' ? 'doubt' : 'notCheckedOf', {
              name: `${person}, ${format.month(pay.body.input.period)}`,
            })}
          </Text>
          {verdict !== undefined && <VerdictDifferences verdict={verdict} currency={currency} />}
        </Alert>
      ))}
    </Stack>
  );
}
