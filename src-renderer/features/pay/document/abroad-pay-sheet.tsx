import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';
import { PayHistory } from '../pieces/pay-history.tsx';
import { abroadAccountFacts, abroadLines } from './abroad-pay-content.ts';
import type { PayParties } from './pay-sheet-facts.ts';
import { personFacts } from './pay-sheet-facts.ts';
import { usePayWords } from './pay-words.ts';
import { SheetFacts } from './sheet-facts.tsx';

/** A pay outside the French payroll, in the member's own currency. */
export function AbroadPaySheet(props: {
  readonly pay: RecordOf<'abroadPay'>;
  readonly parties: PayParties;
}): JSX.Element {
  const words = usePayWords();
  const { payDocument: t, abroad: tAbroad } = words;
  const { pay, parties } = props;
  const { computation, history, seal } = pay.body;
  return (
    <Stack gap="sm">
      <SheetFacts
        label={t('person')}
        facts={[...personFacts(pay, parties, words), ...abroadAccountFacts(pay.body, words)]}
      />
      <ExplanationTable label={tAbroad('paid')} lines={abroadLines(pay.body, words)} />
      <PayHistory history={history} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('proof', { version: computation.ruleVersion, digest: computation.resultDigest })} {t('seal', { seal })}
      </Text>
    </Stack>
  );
}
