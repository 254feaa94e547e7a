import { Alert, Anchor, Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { changeParameter } from '../../../../shared/salary/change-parameter.ts';
import { checkParameters } from '../../../../shared/salary/check-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { publishPayrollVersion, savePayrollDraft } from '../../../data/commands/cooperative/save-payroll-version.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { ImpactTable } from './impact-table.tsx';
import { useParameterWords } from './use-parameter-words.ts';
import { parametersOf } from './use-versions.ts';
import { OPEN_VALUE_ID } from './value-form.tsx';
import { ValueTable } from './value-table.tsx';

/** A draft: months, reason, values with their texts; what it changes and for whom; then its publication. */
export function DraftEditor(props: {
  readonly draft: RecordOf<'payrollVersion'>;
  readonly versions: readonly PayrollParameters[];
}): JSX.Element {
  const { t } = useTranslation('parameters');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const words = useParameterWords();
  const { store } = useSession();
  const { draft, versions } = props;
  const [parameters, setParameters] = useState(() => parametersOf(draft));
  const [reason, setReason] = useState(draft.body.reason);
  const [error, setError] = useState<AppError>();
  const [openPath, setOpenPath] = useState<string>();
  const saved = parametersOf(draft);
  const isChanged =
    reason !== draft.body.reason ||
    JSON.stringify({ ...parameters, ruleVersion: '' }) !== JSON.stringify({ ...saved, ruleVersion: '' });
  const checked = checkParameters({ ...parameters, ruleVersion: `salary-${parameters.from}.c1` });
  const before = versions.findLast(({ from }) => from < parameters.from) ?? versions.at(-1);

  async function save(): Promise<void> {
    const done = await savePayrollDraft(store, draft, parameters, reason);
    setError(done.ok ? undefined : done.error);
    if (done.ok) notifications.show({ message: t('saved') });
  }

  function confirm(): void {
    modals.openConfirmModal({
      title: t('publishTitle'),
      children: (
        <Text>{t('publishText', { from: format.month(parameters.from), until: format.month(parameters.until) })}</Text>
      ),
      labels: { confirm: t('publish'), cancel: tCommon('cancel') },
      onConfirm: () =>
        void publishPayrollVersion(store, draft).then((done) => {
          setError(done.ok ? undefined : done.error);
        }),
    });
  }

  const problem = checked.ok ? undefined : checked.error;
  const path = String(problem?.details?.['path'] ?? '');
  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Group align="flex-start" grow>
          <TextInput
            label={t('from')}
            value={parameters.from}
            error={path === 'from'}
            onChange={(event) => {
              setParameters({ ...parameters, from: event.currentTarget.value });
            }}
          />
          <TextInput
            label={t('until')}
            value={parameters.until}
            error={path === 'until'}
            onChange={(event) => {
              setParameters({ ...parameters, until: event.currentTarget.value });
            }}
          />
        </Group>
        <Textarea
          mt="sm"
          label={t('reason')}
          autosize
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        {problem !== undefined && (
          <Alert color="orange" role="alert" mt="sm">
            {format.error({ ...problem, details: { ...problem.details, path: words.name(path) } })}
          </Alert>
        )}
        {error !== undefined && (
          <Alert color="red" role="alert" mt="sm">
            {format.error({
              ...error,
              details: { ...error.details, path: words.name(String(error.details?.['path'] ?? '')) },
            })}
          </Alert>
        )}
        <Group mt="sm">
          <Button onClick={() => void save()} disabled={!isChanged || openPath !== undefined}>
            {t('save')}
          </Button>
          <Button
            color="red"
            variant="light"
            disabled={isChanged || openPath !== undefined || !checked.ok}
            onClick={confirm}
          >
            {t('publish')}
          </Button>
          {openPath !== undefined ? (
            <Text size="sm" c="dimmed" data-testid="value-open">
              {t('valueOpen')}{' '}
              <Anchor
                component="button"
                type="button"
                inherit
                onClick={() => document.getElementById(OPEN_VALUE_ID)?.focus()}
              >
                {words.name(openPath)}
              </Anchor>
            </Text>
          ) : (
            isChanged && (
              <Text size="sm" c="dimmed">
                {t('publishNeedsSave')}
              </Text>
            )
          )}
        </Group>
      </Paper>
      {before !== undefined && (
        <Paper withBorder p="md">
          <Title order={2} size="h4">
            {t('changes', { version: before.ruleVersion })}
          </Title>
          <DifferenceTable label={t('changes', { version: before.ruleVersion })} older={before} newer={parameters} />
        </Paper>
      )}
      {checked.ok && <ImpactTable draft={parameters} versions={versions} />}
      <Paper withBorder p="md">
        <Title order={2} size="h4">
          {t('values')}
        </Title>
        <ValueTable
          onOpen={setOpenPath}
          parameters={parameters}
          onChange={(changed, change) => {
            setParameters(changeParameter(parameters, changed, change));
          }}
        />
      </Paper>
    </Stack>
  );
}
