import { Badge } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** How far a pay has come, in words; a status this version does not know by its own name. */
export function PayStatusBadge(props: { readonly status: string; readonly color?: string }): JSX.Element {
  const { t } = useTranslation('pay');
  const { status, color } = props;
  return (
    <Badge variant="light" tt="none" miw="max-content" {...(color !== undefined && { color })}>
      {t(`status.${status as 'paid'}`, { defaultValue: status })}
    </Badge>
  );
}
