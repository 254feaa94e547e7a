import { Paper, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { benefitFactsOf } from '../../../../shared/pay/benefit-facts.ts';
import { contractIn } from '../../../../shared/contract/contract-in.ts';
import { grantedBenefits } from '../../../../shared/pay/granted-benefits.ts';
import type { Benefit } from '../../../../shared/records/benefit.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useBenefitWords } from '../pieces/use-benefit-words.ts';

/** What the cooperative gives this member today, and what the next step of each benefit asks. */
export function BenefitsCard(props: {
  readonly figures: ActivityFigures;
  readonly benefits: readonly Benefit[];
}): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { given, asked } = useBenefitWords();
  const { account, settings } = props.figures;
  const period = monthOf(account.asOf);
  const contract = contractIn(settings.body, period);
  if (!contract.ok) return <Text>{format.error(contract.error)}</Text>;
  const facts = benefitFactsOf(settings.body, contract.value, period, account);
  const granted = grantedBenefits(props.benefits, facts);
  return (
    <Paper withBorder p="md" data-testid="benefits">
      <Title order={2} size="h4">
        {t('benefits')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('seniority', { count: facts.seniorityMonths })}
      </Text>
      {granted.length === 0 ? (
        <Text size="sm">{t('noBenefit')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={560} tabIndex={0} aria-label={t('benefits')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('benefit')}</Table.Th>
                <Table.Th>{t('today')}</Table.Th>
                <Table.Th>{t('next')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {granted.map(({ benefit, step, nextStep }) => (
                <Table.Tr key={`${benefit.code} ${benefit.from}`}>
                  <Table.Td>
                    {benefit.label}
                    <Text size="xs" c="dimmed">
                      {benefit.source}
                    </Text>
                  </Table.Td>
                  <Table.Td>{step === undefined ? t('notYet') : given(step)}</Table.Td>
                  <Table.Td>
                    {nextStep === undefined ? t('lastStep') : `${given(nextStep)} ${asked(nextStep)}`}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
