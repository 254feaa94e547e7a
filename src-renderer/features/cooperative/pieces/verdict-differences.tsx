import { Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useDifferenceWords } from './use-difference-words.ts';

/** On a phone both figures must be seen beside each other, each whole. */
const WRAPPED = { whiteSpace: 'normal', overflowWrap: 'break-word' } as const;

/** When and by which rule the server checked a document and, in words, what it found to differ. */
export function VerdictDifferences(props: {
  readonly verdict: RecordOf<'verdict'>;
  readonly currency: string;
}): JSX.Element {
  const { t } = useTranslation('account');
  const format = useFormat();
  const toWords = useDifferenceWords();
  const { checkedAt, ruleVersion } = props.verdict.body;
  // What was changed differs in several digests, and is one thing to a person.
  const differences = uniqueBySubject(props.verdict.body.differences.map((one) => toWords(one, props.currency)));
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t('checkedAt', {
          date: format.date(localToday(new Date(checkedAt))),
          time: format.time(checkedAt),
          version: ruleVersion,
        })}
      </Text>
      {differences.length > 0 && (
        <Table.ScrollContainer minWidth={260} tabIndex={0} aria-label={t('differences')}>
          <Table fz="sm" verticalSpacing={4} aria-label={t('differences')} data-testid="differences">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('differenceSubject')}</Table.Th>
                <Table.Th ta="right">{t('differenceExpected')}</Table.Th>
                <Table.Th ta="right">{t('differenceFound')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ subject, expected, found }) => (
                <Table.Tr key={subject}>
                  <Table.Td style={WRAPPED}>{subject}</Table.Td>
                  <Table.Td ta="right" className="figures" style={WRAPPED}>
                    {expected}
                  </Table.Td>
                  <Table.Td ta="right" className="figures" style={WRAPPED}>
                    {found}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function uniqueBySubject<T extends { readonly subject: string }>(differences: readonly T[]): T[] {
  return [...new Map(differences.toReversed().map((one) => [one.subject, one])).values()].toReversed();
}
