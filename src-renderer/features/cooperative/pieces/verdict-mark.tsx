import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useVerdict } from '../../../data/verdicts.ts';

/** The server's verdict on one record of an image, followed as it changes. */
export function VerdictMark(props: { readonly image: RecordImage; readonly recordId: string }): JSX.Element {
  return <VerdictBadge verdict={useVerdict(props.image, props.recordId)} />;
}

/** A verdict of the server, or that there is none yet, in colour, sign and words. */
export function VerdictBadge({ verdict }: { readonly verdict: RecordOf<'verdict'> | undefined }): JSX.Element {
  const { t } = useTranslation();
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
      miw="max-content"
      leftSection={<Icon size={14} aria-hidden="true" />}
      data-testid="verdict"
      data-verdict={verdict?.status ?? 'none'}
    >
      {label}
    </Badge>
  );
}
