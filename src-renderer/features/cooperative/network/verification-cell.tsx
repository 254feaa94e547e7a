import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import type { Verification } from '../../../../shared/network/verification.ts';
import { verificationState } from '../../../../shared/network/verification.ts';
import styles from './network-table.module.css';

const ICONS = {
  mismatch: IconAlertTriangle,
  waiting: IconHourglass,
  verified: IconCheck,
  none: IconHourglass,
} as const;

/** What the server's recomputations of an activity come to, in colour, sign and words. */
export function VerificationCell(props: {
  readonly verification: Verification;
  readonly t: TFunction<'network'>;
}): JSX.Element {
  const { verification, t } = props;
  const state = verificationState(verification);
  const { verifiedCount, mismatchCount, waitingCount } = verification;
  const Icon = ICONS[state];
  const parts = [
    ...(mismatchCount > 0 ? [t('verification.mismatch', { count: mismatchCount })] : []),
    ...(verifiedCount > 0 ? [t('verification.verified', { count: verifiedCount })] : []),
    ...(verifiedCount + mismatchCount > 0 && waitingCount > 0
      ? [t('verification.waiting', { count: waitingCount })]
      : []),
  ];
  return (
    <span className={styles['verdict']} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      <span>{parts.length === 0 ? t('verification.none') : parts.map((part) => <span key={part}>{part}</span>)}</span>
    </span>
  );
}
