import { Badge, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyPay } from '../../../../shared/pay/counted-pay.ts';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';

/**
 * How far a pay has come, in words; a status this version does not know by its own name. Beside it whether the pay is
 * provisional, because it was computed with estimated parameters.
 */
export function PayStatusBadge(props: { readonly pay: AnyPay; readonly color?: string }): JSX.Element {
  const { t } = useTranslation('pay');
  const { pay, color } = props;
  return (
    <Group gap={4} component="span">
      <Badge variant="light" tt="none" miw="max-content" {...(color !== undefined && { color })}>
        {t(`status.${pay.status as 'paid'}`, { defaultValue: pay.status })}
      </Badge>
      {isEstimate(pay.body.computation.ruleVersion) && (
        <Badge variant="light" color="yellow" tt="none" miw="max-content" c="var(--mantine-color-text)">
          {t('estimate')}
        </Badge>
      )}
    </Group>
  );
}
