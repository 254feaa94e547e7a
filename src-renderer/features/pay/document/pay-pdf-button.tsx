import { Button, Stack } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { useRecords } from '../../../data/use-image.ts';
import { savePdf } from '../../../pdf/save-pdf.ts';
import { getPlatform } from '../../../platform/current-platform.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { usePdfPage } from '../../../pdf/use-pdf-page.ts';
import { useSaving } from '../../../ui/use-saving.ts';
import type { NetPay } from '../pieces/net-pay.ts';
import { useNetPay } from '../pieces/use-net-pay.ts';
import { abroadPayDocument } from './abroad-pay-document.ts';
import type { PayParties } from './pay-sheet-facts.ts';
import { usePayWords } from './pay-words.ts';
import { salaryDocument } from './salary-document.ts';

/** Makes the PDF of a pay on the device and saves it, named after the month and the person. */
export function PayPdfButton(props: {
  readonly pay: RecordOf<'salaryStatement'> | RecordOf<'abroadPay'>;
  readonly parties: PayParties;
}): JSX.Element {
  const { t } = useTranslation('documents');
  const { pay, parties } = props;
  const words = usePayWords();
  const { store } = useSession();
  const published = useRecords(store.image('commons'), 'payrollVersion');
  const image = store.parts.images.book ?? store.image('network');
  const pays = useRecords(image, 'salaryStatement').filter(({ activityId }) => activityId === pay.activityId);
  const pdfPage = usePdfPage();
  const netOf = useNetPay();
  const { isBusy, error, save } = useSaving();

  function netOfPay({ body: { input, totals, history } }: RecordOf<'salaryStatement'>): NetPay | undefined {
    const person = parties.settings?.entrepreneur.account;
    return person === undefined ? undefined : netOf({ period: input.period, totals, history }, person);
  }

  function savePay() {
    const parts = isOfType(pay, 'salaryStatement')
      ? salaryDocument(pay, parties, { versions: listPayrollVersions(published), pays, net: netOfPay(pay) }, words)
      : abroadPayDocument(pay, parties, words);
    const person = parties.settings === undefined ? pay.createdBy.user : entrepreneurName(parties.settings);
    return savePdf(getPlatform(), { ...pdfPage(), ...parts }, `${parts.title}, ${person}`);
  }

  return (
    <Stack gap="xs">
      <Button
        leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
        disabled={isBusy}
        onClick={() => void save(savePay)}
        data-testid="pay-pdf"
      >
        {t('downloadPdf')}
      </Button>
      <ErrorMessage error={error} />
    </Stack>
  );
}
