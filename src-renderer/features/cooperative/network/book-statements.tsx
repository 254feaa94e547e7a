import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { VerdictDifferences } from '../pieces/verdict-differences.tsx';
import { VerdictBadge } from '../pieces/verdict-mark.tsx';
import { StatementDetail } from '../../pay/pieces/statement-detail.tsx';
import { PayStatusBadge } from '../../pay/pieces/pay-status-badge.tsx';
import { NamedAmount } from '../../../ui/named-amount.tsx';

/** The pays a member asked for, newest first, each unfolding to every line of its computation. */
export function BookStatements(props: {
  readonly statements: readonly RecordOf<'salaryStatement'>[];
  readonly verdicts: ReadonlyMap<string, RecordOf<'verdict'>>;
}): JSX.Element {
  const { t } = useTranslation('network');
  if (props.statements.length === 0) return <Text p="xs">{t('noStatements')}</Text>;
  return (
    <Stack gap="xs">
      {props.statements.map((statement) => (
        <Statement key={statement.id} statement={statement} verdict={props.verdicts.get(statement.id)} />
      ))}
    </Stack>
  );
}

function Statement(props: {
  readonly statement: RecordOf<'salaryStatement'>;
  readonly verdict: RecordOf<'verdict'> | undefined;
}): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const { statement, verdict } = props;
  const { input, totals } = statement.body;
  const title = t('statementOf', { month: format.month(input.period) });
  return (
    <Paper withBorder p="xs" data-testid={`statement-${input.period}`}>
      <Group gap="sm" justify="space-between">
        <Group gap="sm">
          <Text fw={600}>{title}</Text>
          <PayStatusBadge pay={statement} color="gray" />
          <VerdictBadge verdict={verdict} />
        </Group>
        <Group gap="lg">
          <NamedAmount label={t('net')} amount={format.money(totals.netBeforeTaxCents)} />
          <NamedAmount label={t('cost')} amount={format.money(totals.totalCostCents)} />
          <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
            {isOpen ? tCommon('hideDetail') : tCommon('showDetail')}
            <span className="visually-hidden"> : {title}</span>
          </Button>
        </Group>
      </Group>
      {verdict?.status === 'mismatch' && <VerdictDifferences verdict={verdict} currency="EUR" />}
      {isOpen && (
        <div id={id}>
          <StatementDetail statement={statement} />
          {verdict?.status === 'verified' && <VerdictDifferences verdict={verdict} currency="EUR" />}
        </div>
      )}
    </Paper>
  );
}
