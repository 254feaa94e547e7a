import { Alert, Anchor, Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { draftPayrollVersion } from '../../../data/commands/cooperative/save-payroll-version.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { CompareVersions } from './compare-versions.tsx';
import { EstimateCard } from './estimate-card.tsx';
import type { KnownVersion } from './use-versions.ts';
import { useVersions } from './use-versions.ts';

/** The history of the payroll parameters, and the way to a new version. */
export function ParametersPage(): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const { store } = useSession();
  const { known, estimates } = useVersions();
  const [, navigate] = useLocation();
  const [error, setError] = useState<AppError>();

  async function create(estimate?: PayrollParameters): Promise<void> {
    const draft = await draftPayrollVersion(store, estimate);
    if (draft.ok) navigate(`/parameters/${encodeURIComponent(draft.value.id)}`);
    else setError(draft.error);
  }

  /** Goes on with the draft that was begun for the months of an estimate, or begins one. */
  async function replace(estimate: PayrollParameters): Promise<void> {
    const begun = known.find(
      ({ record, parameters }) => record?.status === 'draft' && parameters.from === estimate.from,
    );
    if (begun?.record === undefined) await create(estimate);
    else navigate(`/parameters/${encodeURIComponent(begun.record.id)}`);
  }

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')}>
        <Button onClick={() => void create()}>{t('create')}</Button>
      </PageHeader>
      {error !== undefined && (
        <Alert color="red" role="alert" mb="sm">
          {format.error(error)}
        </Alert>
      )}
      <Stack gap="lg">
        {estimates.map((estimate) => (
          <EstimateCard key={estimate.ruleVersion} estimate={estimate} onReplace={() => void replace(estimate)} />
        ))}
        <Paper withBorder p="md">
          <Title order={2} size="h4">
            {t('history')}
          </Title>
          <Table.ScrollContainer minWidth={620} tabIndex={0} aria-label={t('history')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('version')}</Table.Th>
                  <Table.Th>{t('months')}</Table.Th>
                  <Table.Th>{t('origin')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {known.map((version) => (
                  <VersionRow key={version.record?.id ?? version.parameters.ruleVersion} version={version} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
        <CompareVersions known={known} />
      </Stack>
    </>
  );
}

function VersionRow({ version: { parameters, record } }: { readonly version: KnownVersion }): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const id = record?.id ?? parameters.ruleVersion;
  const confirms = record?.body.confirms;
  const stamp =
    record === undefined
      ? undefined
      : { by: record.updatedBy.user, date: format.date(localToday(new Date(record.updatedAt))) };
  const origin =
    stamp === undefined
      ? t(isEstimate(parameters.ruleVersion) ? 'origin.estimate' : 'origin.builtIn')
      : t(record?.status === 'published' ? 'origin.published' : 'origin.draft', stamp);
  return (
    <Table.Tr data-testid="payroll-version">
      <Table.Td>
        <Anchor href={`#/parameters/${encodeURIComponent(id)}`} size="sm">
          {parameters.ruleVersion}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {t('monthsOf', { from: format.month(parameters.from), until: format.month(parameters.until) })}
      </Table.Td>
      <Table.Td>
        {origin}
        {confirms !== undefined && (
          <Text size="xs" c="dimmed">
            {t('confirmedBy', { source: confirms.source, date: format.date(confirms.date) })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
