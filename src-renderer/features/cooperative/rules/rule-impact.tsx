import { Stack, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { sumContributionImpacts } from '../../../../shared/network/contribution-impact.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useContributionImpacts } from './use-contribution-impacts.ts';

/** What a rule changes in everybody's contribution of the running fiscal year, before it is saved. */
export function RuleImpact(props: {
  readonly cooperative: SettingsInForce;
  readonly old: ContributionRule | undefined;
  readonly draft: ContributionRule;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const today = localToday();
  const { impacts, isReading } = useContributionImpacts(props.cooperative, props.old, props.draft, today);
  const changed = impacts.filter(({ beforeCents, afterCents }) => beforeCents !== afterCents);
  const currencies = new Set(changed.map(({ currency }) => currency));
  const sums = sumContributionImpacts(impacts).filter(({ currency }) => currencies.has(currency));
  const same = impacts.length - changed.length;
  const cells = (before: number, after: number, currency: string): JSX.Element[] =>
    [before, after, after - before].map((cents, index) => (
      <Table.Td key={index} ta="right" className="figures">
        {format.money(cents, currency)}
      </Table.Td>
    ));
  return (
    <Stack gap={4} data-testid="contribution-impact">
      <Title order={4} size="h5">
        {t('impact')}
      </Title>
      <Text size="sm" c="dimmed">
        {t(props.draft.from <= today ? 'impactHint' : 'impactHintLater', { date: format.date(props.draft.from) })}
      </Text>
      {isReading ? (
        <Text size="sm" role="status">
          {t('impactReading')}
        </Text>
      ) : changed.length === 0 ? (
        <Text size="sm">{t('impactNone')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={420} tabIndex={0} aria-label={t('impact')}>
          <Table fz="sm" aria-label={t('impact')} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('activity')}</Table.Th>
                <Table.Th ta="right">{t('before')}</Table.Th>
                <Table.Th ta="right">{t('after')}</Table.Th>
                <Table.Th ta="right">{t('difference')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changed.map(({ activityId, settings, currency, beforeCents, afterCents }) => (
                <Table.Tr key={activityId}>
                  <Table.Td>
                    {settings.name}{' '}
                    <Text span size="xs" c="dimmed">
                      {entrepreneurName(settings)}
                    </Text>
                  </Table.Td>
                  {cells(beforeCents, afterCents, currency)}
                </Table.Tr>
              ))}
              {sums.map(({ currency, beforeCents, afterCents }) => (
                <Table.Tr key={currency} fw={600}>
                  <Table.Td>{t('sumOf', { currency })}</Table.Td>
                  {cells(beforeCents, afterCents, currency)}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {!isReading && same > 0 && changed.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('impactSame', { count: same })}
        </Text>
      )}
    </Stack>
  );
}
