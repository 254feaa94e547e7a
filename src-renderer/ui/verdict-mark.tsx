import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordImage } from '../data/record-image.ts';
import { useRecords } from '../data/use-image.ts';

/** The server's verdict on one record, in colour, sign and words. */
export function VerdictMark(props: { readonly image: RecordImage; readonly recordId: string }): JSX.Element {
  const { t } = useTranslation();
  const verdict = useRecords(props.image, 'verdict').findLast(({ body }) => body.recordId === props.recordId);
  const [color, label, Icon] =
    verdict === undefined
      ? (['gray', t('verdictNone'), IconHourglass] as const)
      : verdict.status === 'verified'
        ? (['field', t('verdictVerified'), IconCheck] as const)
        : (['red', t('verdictMismatch'), IconAlertTriangle] as const);
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      leftSection={<Icon size={14} aria-hidden="true" />}
      data-testid="verdict"
      data-verdict={verdict?.status ?? 'none'}
    >
      {label}
    </Badge>
  );
}
