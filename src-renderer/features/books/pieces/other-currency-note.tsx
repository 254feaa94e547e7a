import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

const WORDS = { account: 'otherCurrency', due: 'otherCurrencyDue' } as const;

/** That a figure leaves out what is in another currency than the book's; nothing where there is none. */
export function OtherCurrencyNote(props: {
  /** The balance of the account, or what is to be collected. */
  readonly of: keyof typeof WORDS;
  readonly count: number;
}): JSX.Element | undefined {
  const { t } = useTranslation('account');
  if (props.count === 0) return undefined;
  return (
    <Text size="xs" c="var(--mantine-color-error)" data-testid={`other-currency-${props.of}`}>
      {t(WORDS[props.of], { count: props.count })}
    </Text>
  );
}
