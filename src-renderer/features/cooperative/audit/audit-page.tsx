import { Button, Group, Loader, Paper, Select, Text, TextInput } from '@mantine/core';
import type { JSX, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_KINDS, isAuditKind } from '../../../../shared/access/audit-entry.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { AuditTable } from './audit-table.tsx';
import type { AuditFilter } from './use-audit.ts';
import { useAudit } from './use-audit.ts';

/** Who did what on the server, for the support team; read there, page by page. */
export function AuditPage(): JSX.Element {
  const { t } = useTranslation('audit');
  const [filter, setFilter] = useState<AuditFilter>({ kind: undefined, person: '' });
  const [person, setPerson] = useState('');
  const { page, isFirst, goOn, goBack } = useAudit(filter);

  function search(event: SubmitEvent): void {
    event.preventDefault();
    setFilter({ ...filter, person: person.trim().toLowerCase() });
  }

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <form onSubmit={search}>
        <Group align="flex-end" mb="md">
          <Select
            label={t('kind')}
            placeholder={t('everything')}
            clearable
            data={AUDIT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={filter.kind ?? null}
            onChange={(value) => {
              setFilter({ ...filter, kind: isAuditKind(value) ? value : undefined });
            }}
          />
          <TextInput
            label={t('person')}
            description={t('personHint')}
            value={person}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={80}
            onChange={(event) => {
              setPerson(event.currentTarget.value);
            }}
          />
          <Button type="submit" variant="default">
            {t('search')}
          </Button>
        </Group>
      </form>
      {page === undefined && <Loader aria-label={t('reading')} />}
      {page?.ok === false && (
        <>
          <ErrorMessage error={page.error} />
          <Text size="sm" c="dimmed" mt="xs">
            {t('needsNetwork')}
          </Text>
        </>
      )}
      {page?.ok === true && (
        <Paper withBorder>
          {page.value.entries.length === 0 ? (
            <Text p="md">{t(page.value.next === undefined ? 'none' : 'noneYet')}</Text>
          ) : (
            <AuditTable entries={page.value.entries} />
          )}
        </Paper>
      )}
      <Group mt="sm">
        {!isFirst && (
          <Button variant="default" onClick={goBack}>
            {t('newest')}
          </Button>
        )}
        {page?.ok === true && page.value.next !== undefined && (
          <Button variant="default" onClick={goOn}>
            {t('earlier')}
          </Button>
        )}
      </Group>
    </>
  );
}
