import { Alert, Checkbox, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that nothing tells where a backup comes from, and asks the person to vouch for it. */
export function UnsealedBackup(props: {
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}): JSX.Element {
  const { t } = useTranslation('common');
  return (
    <Alert color="yellow" variant="light" role="alert" data-testid="backup-unsealed">
      <Text fw={600} size="sm">
        {t('backupUnsealed')}
      </Text>
      <Text size="sm">{t('backupUnsealedHint')}</Text>
      <Checkbox
        mt="xs"
        label={t('backupUnsealedConfirm')}
        checked={props.isConfirmed}
        onChange={(event) => {
          props.onConfirm(event.currentTarget.checked);
        }}
        data-testid="backup-confirm"
      />
    </Alert>
  );
}
