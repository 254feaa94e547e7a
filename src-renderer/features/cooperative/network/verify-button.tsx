import { Alert, Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { useVerifyNow, VerificationRun } from '../../../session/use-verify-now.ts';

/** Asks the server to recompute every book now. */
export function VerifyButton({
  verification,
}: {
  readonly verification: ReturnType<typeof useVerifyNow>;
}): JSX.Element {
  const { t } = useTranslation('network');
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={18} />}
      loading={verification.state.phase === 'running'}
      onClick={() => void verification.run()}
      data-testid="verify-now"
    >
      {t('verifyNow')}
    </Button>
  );
}

/** What came of the last verification that was asked here. */
export function VerificationOutcomeNote({ state }: { readonly state: VerificationRun }): JSX.Element | null {
  const { t } = useTranslation('network');
  const format = useFormat();
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Alert color="blue" py={8} role="status">
          {t('verifying')}
        </Alert>
      );
    case 'failed':
      return (
        <Alert color="orange" py={8} role="alert">
          {format.error(state.error)}
        </Alert>
      );
    case 'done': {
      const { checked, mismatches, notVerifiable } = state.outcome;
      return (
        <Alert
          color={mismatches > 0 ? 'red' : notVerifiable > 0 ? 'orange' : 'field'}
          py={8}
          role={mismatches > 0 ? 'alert' : 'status'}
          data-testid="verify-outcome"
        >
          {checked === 0
            ? t('verifiedNothing')
            : mismatches > 0
              ? t('verifiedSome', { count: mismatches, checked })
              : t('verifiedAll', { count: checked })}
          {notVerifiable > 0 && ` ${t('notVerifiable', { count: notVerifiable })}`}
        </Alert>
      );
    }
  }
}
