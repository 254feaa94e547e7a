import { Anchor, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { RecordImage } from '../../../data/record-image.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { VerdictDifferences } from '../../cooperative/pieces/verdict-differences.tsx';
import { addressOf, describeRecord } from './describe-record.ts';
import { Item } from './item.tsx';
import { ITEMS_AT_ONCE, Section } from './section.tsx';
import type { RecordWords } from './use-record-words.ts';
import { useRecordWords } from './use-record-words.ts';

/** What the server found when it computed the documents again. */
export function VerdictsSection({ image }: { readonly image: RecordImage }): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const words = useRecordWords(image);
  const [limit, setLimit] = useState(ITEMS_AT_ONCE);
  const { account } = useSession();
  const verdicts = useRecords(image, 'verdict');
  const mismatches = verdicts.filter((verdict) => verdict.status === 'mismatch');
  if (mismatches.length === 0) {
    return (
      <Section title={t('verdicts')} testId="verdicts">
        <Text size="sm">
          {verdicts.length === 0 ? t('verdictsNone') : t('verdictsAllRight', { count: verdicts.length })}
        </Text>
      </Section>
    );
  }
  return (
    <Section
      title={t('verdicts')}
      hint={t(account.role === 'supportTeam' ? 'verdictsMismatchHintTeam' : 'verdictsMismatchHint')}
      count={mismatches.length}
      color="red"
      testId="verdicts"
    >
      <Text size="sm" fw={600}>
        {t('verdictsMismatch', { count: mismatches.length })}
      </Text>
      {mismatches.slice(0, limit).map((verdict) => (
        <Mismatch key={verdict.id} verdict={verdict} image={image} words={words} />
      ))}
      <ShowMore count={mismatches.length} shown={limit} atOnce={ITEMS_AT_ONCE} onShow={setLimit} />
    </Section>
  );
}

function Mismatch(props: {
  readonly verdict: RecordOf<'verdict'>;
  readonly image: RecordImage;
  readonly words: RecordWords;
}): JSX.Element {
  const { account } = useSession();
  const { verdict, image, words } = props;
  const { recordId } = verdict.body;
  const found = image.get(recordId);
  // Under an id that two activities gave stands the other's record.
  const record = found?.activityId === verdict.activityId ? found : undefined;
  const address =
    record === undefined ? undefined : account.role === 'member' ? addressOf(record) : `/network/${record.activityId}`;
  const currency = record === undefined ? 'EUR' : describeRecord(record).currency;
  const what = record === undefined ? recordId : `${words.kind(record)} · ${words.title(record)}`;
  const activity = image.list('activitySettings').find((settings) => settings.activityId === verdict.activityId);
  return (
    <Item testId="mismatch">
      <Stack gap={6}>
        <Text size="sm" fw={600}>
          {address === undefined ? what : <Anchor href={`#${address}`}>{what}</Anchor>}
          {account.role === 'supportTeam' && activity !== undefined && `, ${activity.body.name}`}
        </Text>
        <VerdictDifferences verdict={verdict} currency={currency} />
      </Stack>
    </Item>
  );
}
