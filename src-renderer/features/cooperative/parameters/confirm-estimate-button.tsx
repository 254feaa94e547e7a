import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { confirmEstimate } from '../../../data/commands/cooperative/save-payroll-version.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DateField } from '../../../ui/date-field.tsx';

/** Publishes an estimate as it is, with the text that confirms it and its day. */
export function ConfirmEstimateButton({ estimate }: { readonly estimate: PayrollParameters }): JSX.Element {
  const { t } = useTranslation('parameters');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [source, setSource] = useState('');
  const [date, setDate] = useState('');
  const [error, setError] = useState<AppError>();

  async function confirm(): Promise<void> {
    const done = await confirmEstimate(store, estimate, { source, date });
    if (done.ok) close();
    else setError(done.error);
  }

  return (
    <>
      <Button size="sm" onClick={open}>
        {t('confirm')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('confirmTitle')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          <Stack>
            <Text size="sm">
              {t('confirmText', { from: format.month(estimate.from), until: format.month(estimate.until) })}
            </Text>
            <TextInput
              data-autofocus
              label={t('source')}
              description={t('confirmHint')}
              maxLength={200}
              value={source}
              onChange={(event) => {
                setSource(event.currentTarget.value);
              }}
            />
            <DateField label={t('confirmDate')} value={date} onValue={setDate} />
            {error !== undefined && (
              <Alert color="red" role="alert">
                {format.error(error)}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {tCommon('cancel')}
              </Button>
              <Button type="submit">{t('confirm')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
