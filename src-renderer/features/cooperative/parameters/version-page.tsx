import { Alert, Anchor, Paper, Stack, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { useVersions } from './use-versions.ts';
import { ValueTable } from './value-table.tsx';

/** One version of the parameters: all values, or the editor of a draft. */
export function ParameterVersionPage(): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const { id } = useParams<{ id: string }>();
  const { known, versions } = useVersions();
  const wanted = decodeURIComponent(id);
  const found = known.find(({ parameters, record }) => (record?.id ?? parameters.ruleVersion) === wanted);
  if (found === undefined) {
    return (
      <Stack>
        <Alert color="orange">{t('notFound')}</Alert>
        <Anchor href="#/parameters">{t('back')}</Anchor>
      </Stack>
    );
  }
  const { parameters, record } = found;
  const hint = t('monthsOf', { from: format.month(parameters.from), until: format.month(parameters.until) });
  const isDraft = record?.status === 'draft';
  const { reason = '', confirms } = record?.body ?? {};
  const hints = [
    hint,
    ...(isEstimate(parameters.ruleVersion) ? [t('origin.estimate')] : []),
    ...(reason === '' ? [] : [reason]),
    ...(confirms === undefined
      ? []
      : [t('confirmedBy', { source: confirms.source, date: format.date(confirms.date) })]),
  ];
  return (
    <>
      <Anchor href="#/parameters" size="sm">
        {t('back')}
      </Anchor>
      <PageHeader
        title={t(isDraft ? 'draftTitle' : 'publishedTitle', { version: parameters.ruleVersion })}
        hint={hints.join('. ')}
      />
      {isDraft ? (
        <DraftEditor key={record.id} draft={record} versions={versions} />
      ) : (
        <Paper withBorder p="md">
          <Title order={2} size="h4">
            {t('values')}
          </Title>
          <ValueTable parameters={parameters} />
        </Paper>
      )}
    </>
  );
}
