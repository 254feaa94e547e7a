import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { saveMemberTerms } from '../../../data/commands/pay/save-contracts.ts';
import { useSession } from '../../../session/session-context.tsx';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { RateInput } from '../../../ui/rate-input.tsx';

/** Reserve, health cover and transport rate of one member. */
export function MemberTermsForm({ settings }: { readonly settings: RecordOf<'activitySettings'> }): JSX.Element {
  const { t } = useTranslation('memberContract');
  const { t: tCommon } = useTranslation();
  const { store } = useSession();
  const { reserveTargetCents, payroll, currency } = settings.body;
  const { mutuelleCents, mutuelleEmployerSharePpm, transportRatePpm } = payroll;
  const stored = { reserveTargetCents, mutuelleCents, mutuelleEmployerSharePpm, transportRatePpm };
  const [typed, setTyped] = useState<{ readonly [K in keyof typeof stored]?: number | undefined }>({});
  const [error, setError] = useState<AppError>();
  const titleId = useId();
  const terms = { ...stored, ...typed };
  const values = Object.values(terms);
  const isWhole = values.every((value) => value !== undefined && value >= 0);

  async function save(): Promise<void> {
    if (!isWhole) return;
    const done = await saveMemberTerms(store, settings, terms as typeof stored); // whole, as was just seen
    setError(done.ok ? undefined : done.error);
    if (!done.ok) return;
    setTyped({});
    notifications.show({ message: t('termsSaved') });
  }

  return (
    <form
      noValidate
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Title order={3} size="h5" id={titleId} mb="xs">
        {t('terms')}
      </Title>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
          <AmountInput
            label={t('reserve')}
            currency={currency}
            valueMinor={terms.reserveTargetCents}
            isPositive
            onValue={(value) => {
              setTyped({ ...typed, reserveTargetCents: value });
            }}
          />
          <AmountInput
            label={t('mutuelle')}
            valueMinor={terms.mutuelleCents}
            isPositive
            onValue={(value) => {
              setTyped({ ...typed, mutuelleCents: value });
            }}
          />
          <RateInput
            label={t('mutuelleShare')}
            rate={terms.mutuelleEmployerSharePpm}
            onValue={(value) => {
              setTyped({ ...typed, mutuelleEmployerSharePpm: value });
            }}
          />
          <RateInput
            label={t('transport')}
            rate={terms.transportRatePpm}
            onValue={(value) => {
              setTyped({ ...typed, transportRatePpm: value });
            }}
          />
        </SimpleGrid>
        <ErrorMessage error={error} />
        <Group gap="xs">
          <Button type="submit" variant="light" disabled={!isWhole || Object.keys(typed).length === 0}>
            {tCommon('save')}
            <span className="visually-hidden"> : {t('terms')}</span>
          </Button>
          {!isWhole && (
            <Text size="sm" c="dimmed">
              {t('termsIncomplete')}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
