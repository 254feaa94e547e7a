import { Alert, Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { isPay } from '../../../../shared/pay/counted-pay.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { AbroadPaySheet } from './abroad-pay-sheet.tsx';
import { PayPdfButton } from './pay-pdf-button.tsx';
import { SalarySheet } from './salary-sheet.tsx';

/** One pay as a document to read and print, for the member and for the support team. */
export function PayDocumentPage(): JSX.Element {
  const { t } = useTranslation('payDocument');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store, account } = useSession();
  const { id } = useParams<{ id: string }>();
  const image = store.parts.images.book ?? store.image('network');
  const pay = useFromImage(image, () => image.get(decodeURIComponent(id)), [image, id]);
  const activityId = pay?.activityId;
  const settings = useFromImage(
    image,
    () => image.list('activitySettings').find((r) => r.status === 'active' && r.activityId === activityId),
    [image, activityId],
  );
  const cooperative = useCooperative();
  const parties = { settings: settings?.body, cooperative: cooperative?.body };
  const back = account.role === 'member' ? '#/pay' : '#/pays';
  if (pay === undefined || !isPay(pay)) {
    return (
      <Stack>
        <Alert color="orange">{t('notFound')}</Alert>
        <Anchor href={back}>{t('back')}</Anchor>
      </Stack>
    );
  }
  const isSalary = isOfType(pay, 'salaryStatement');
  const month = format.month(pay.body.input.period);
  return (
    <>
      <PageHeader title={t(isSalary ? 'title' : 'titleAbroad', { month })}>
        <Button component="a" href={back} variant="default">
          {t('back')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => {
            window.print();
          }}
        >
          {tCommon('print')}
        </Button>
        <PayPdfButton pay={pay} parties={parties} />
      </PageHeader>
      <Paper withBorder p="lg" maw={900} className="pay-sheet" data-testid="pay-sheet">
        <Text fw={700} size="lg">
          {t(isSalary ? 'title' : 'titleAbroad', { month })}
        </Text>
        <Text fw={600}>{t('notPayslip')}</Text>
        <Text size="sm" c="dimmed" mb="sm">
          {t(isSalary ? 'notPayslipHint' : 'notPayslipHintAbroad')}
        </Text>
        {isSalary ? <SalarySheet statement={pay} parties={parties} /> : <AbroadPaySheet pay={pay} parties={parties} />}
      </Paper>
    </>
  );
}
