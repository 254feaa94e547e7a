import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CheckSection } from './check-section.tsx';
import { ConflictsSection } from './conflicts-section.tsx';
import { LineSection } from './line-section.tsx';
import { ReceiptsSection } from './receipts-section.tsx';
import { RefusedSection } from './refused-section.tsx';
import { SetAsideSection } from './set-aside-section.tsx';
import { StateSection } from './state-section.tsx';
import { UnreadableSection } from './unreadable-section.tsx';
import { VerdictsSection } from './verdicts-section.tsx';
import { WaitingSection } from './waiting-section.tsx';

/** The exchange with the server in plain words; the support team writes into the network's copies and the commons. */
export function SyncDetailsPage(): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const { store } = useSession();
  const { book, network } = store.parts.images;
  const checked = book ?? network;
  const [written, commons, personal] = store.writtenImages;
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Stack gap="lg" maw={960}>
        <StateSection />
        {written !== undefined && (
          <>
            <RefusedSection book={written} />
            <SetAsideSection book={written} />
            <UnreadableSection image={written} />
            <ConflictsSection book={written} />
            <WaitingSection book={written} others={[commons ?? written, personal ?? written]} />
          </>
        )}
        <LineSection />
        <CheckSection />
        {book !== undefined && <ReceiptsSection book={book} />}
        {checked !== undefined && <VerdictsSection image={checked} />}
      </Stack>
    </>
  );
}
