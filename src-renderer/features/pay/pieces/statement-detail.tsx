import { Alert, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { parameterDifference } from '../../../../shared/pay/parameter-difference.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFromImage, useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';
import { DifferenceBlock } from './difference-block.tsx';
import { sideLines, sumLines, yearLines } from './explained-statement.ts';
import { PayHistory } from './pay-history.tsx';
import { useStatementWords } from './statement-words.ts';

/** Every line of a pay as it stands in the book: base × rate, rule version, source; then the year, its steps and its proof. */
export function StatementDetail({ statement }: { readonly statement: RecordOf<'salaryStatement'> }): JSX.Element {
  const words = useStatementWords();
  const { store } = useSession();
  const image = store.parts.images.book ?? store.image('network');
  const published = useRecords(store.image('commons'), 'payrollVersion');
  const versions = useMemo(() => listPayrollVersions(published), [published]);
  const { body, activityId } = statement;
  const own = useFromImage(
    image,
    () => [...image.list('salaryStatement')].filter((pay) => pay.activityId === activityId),
    [image, activityId],
  );
  const { input, computation, history } = body;
  const year = input.yearSoFar ?? input.yearToDate;
  const { payDocument: t, pay: tPay, format } = words;
  const settled = parameterDifference({ period: input.period, ruleVersion: computation.ruleVersion }, own, versions);
  const difference = settled.ok ? settled.value : undefined;
  const parts = [
    { label: tPay('employerContributions'), lines: sideLines(body, 'employer', versions, words) },
    { label: tPay('employeeContributions'), lines: sideLines(body, 'employee', versions, words) },
    ...(year === undefined ? [] : [{ label: t('year'), lines: yearLines(year, words) }]),
  ];
  return (
    <Stack gap="xs" mt="xs">
      {isEstimate(computation.ruleVersion) && <Alert color="yellow">{tPay('provisional')}</Alert>}
      <ExplanationTable label={t('detail', { month: format.month(input.period) })} lines={sumLines(body, words)} />
      {parts.map(({ label, lines }) => (
        <div key={label}>
          <Title order={3} size="h6">
            {label}
          </Title>
          <ExplanationTable label={label} lines={lines} />
        </div>
      ))}
      {difference !== undefined && <DifferenceBlock difference={difference} />}
      <PayHistory history={history} />
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('proof', { version: computation.ruleVersion, digest: computation.resultDigest })}
      </Text>
    </Stack>
  );
}
