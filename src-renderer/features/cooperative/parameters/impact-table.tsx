import { Paper, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import { computeVersionImpact, listLatestPays, sumImpacts } from '../../../../shared/network/version-impact.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';

/** What a draft changes in everybody's last pay, at the same gross. */
export function ImpactTable(props: {
  readonly draft: PayrollParameters;
  readonly versions: readonly PayrollParameters[];
}): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const { store } = useSession();
  const image = store.image('network');
  const pays = useFromImage(image, () => (image.isComplete ? listLatestPays([...image.all()]) : []), [image]);
  const names = useFromImage(image, () => namesOf([...image.list('activitySettings')]), [image]);
  const { draft, versions } = props;
  const impacts = useMemo(
    () =>
      pays
        .map((pay) => computeVersionImpact(pay, versions, draft))
        .filter((impact) => impact.ok)
        .map(({ value }) => value),
    [pays, versions, draft],
  );
  const total = sumImpacts(impacts);
  const cells = (impact: typeof total): JSX.Element[] =>
    [
      impact.grossCents,
      impact.costBeforeCents,
      impact.costAfterCents,
      impact.costAfterCents - impact.costBeforeCents,
      impact.netBeforeCents,
      impact.netAfterCents,
    ].map((cents, index) => (
      <Table.Td key={index} ta="right" className="figures">
        {format.money(cents)}
      </Table.Td>
    ));
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4">
        {t('impact')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('impactHint')}
      </Text>
      {impacts.length === 0 ? (
        <Text size="sm">{t('impactNone')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={820} tabIndex={0} aria-label={t('impact')}>
          <Table fz="sm" aria-label={t('impact')} data-testid="impact">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('person')}</Table.Th>
                <Table.Th ta="right">{t('gross')}</Table.Th>
                <Table.Th ta="right">{t('costBefore')}</Table.Th>
                <Table.Th ta="right">{t('costAfter')}</Table.Th>
                <Table.Th ta="right">{t('difference')}</Table.Th>
                <Table.Th ta="right">{t('netBefore')}</Table.Th>
                <Table.Th ta="right">{t('netAfter')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {impacts.map((impact) => (
                <Table.Tr key={impact.activityId}>
                  <Table.Td>
                    {names.get(impact.activityId) ?? impact.activityId}, {format.month(impact.period)}
                  </Table.Td>
                  {cells(impact)}
                </Table.Tr>
              ))}
              <Table.Tr fw={600}>
                <Table.Td>{t('total')}</Table.Td>
                {cells(total)}
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}

function namesOf(settings: Parameters<typeof listLatestPays>[0]): ReadonlyMap<string, string> {
  return new Map(
    settings
      .filter((record) => isOfType(record, 'activitySettings'))
      .map((record) => [record.activityId, entrepreneurName(record.body)]),
  );
}
