import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../../shared/core/errors.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import type { CheckTrace } from '../../../sync/check-runner.ts';
import { watchCheck, wishCheck } from '../../../sync/check-runner.ts';
import { Section } from './section.tsx';

/** The comparison of this device's copy with the server's, month by month, and what it mended. */
export function CheckSection(): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const format = useFormat();
  const { store } = useSession();
  const [trace, setTrace] = useState<CheckTrace>();
  const [isAsked, setIsAsked] = useState(false);
  useEffect(
    () =>
      watchCheck(store, (found) => {
        setTrace(found);
        setIsAsked(false);
      }),
    [store],
  );
  const mended = trace === undefined ? 0 : trace.fetched.length + trace.sentAgain.length;
  return (
    <Section title={t('check')} hint={t('checkHint')} testId="check">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} flex={1} miw={240} role="status">
          {trace === undefined ? (
            <Text size="sm">{t('checkNever')}</Text>
          ) : (
            <>
              <Text size="sm">
                {t(trace.error === '' ? 'checkAt' : 'checkTried', {
                  date: format.date(localToday(new Date(trace.at))),
                  time: format.time(trace.at),
                })}{' '}
                {trace.error === ''
                  ? mended === 0
                    ? t('checkSame', { count: trace.monthsChecked })
                    : t('checkMended', { fetched: trace.fetched.length, sent: trace.sentAgain.length })
                  : format.error({ code: trace.error as ErrorCode, message: trace.error })}
              </Text>
              {trace.monthsWaiting > 0 && (
                <Text size="sm" c="dimmed">
                  {t('checkWaiting', { count: trace.monthsWaiting })}
                </Text>
              )}
            </>
          )}
        </Stack>
        <Button
          variant="default"
          leftSection={<IconChecklist size={18} />}
          loading={isAsked}
          onClick={() => {
            setIsAsked(true);
            void wishCheck(store);
          }}
          data-testid="check-now"
        >
          {t('checkNow')}
        </Button>
      </Group>
    </Section>
  );
}
