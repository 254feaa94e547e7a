import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Main figures side by side; the detail of one unfolds below its row over the full width. */
export function FigureGrid({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm" style={{ gridAutoFlow: 'dense' }}>
      {children}
    </SimpleGrid>
  );
}

/** One main figure that unfolds to how it was computed. Only inside {@link FigureGrid}. */
export function FigureCard(props: {
  readonly label: string;
  readonly figure: string;
  readonly testId: string;
  readonly isNegative?: boolean;
  /** What stands under the figure in small print. */
  readonly children?: ReactNode;
  readonly detail?: ReactNode;
}): JSX.Element {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <>
      <Paper withBorder p="sm">
        <Stack gap={2} h="100%">
          <Text c="dimmed" size="sm">
            {props.label}
          </Text>
          <Text
            size="1.6rem"
            lh={1.2}
            fw={650}
            className="figures"
            data-testid={props.testId}
            {...(props.isNegative === true ? { c: 'var(--mantine-color-error)' } : {})}
          >
            {props.figure}
          </Text>
          {props.children}
          {props.detail !== undefined && (
            <Button
              variant="subtle"
              size="compact-xs"
              mt="auto"
              mx={-6}
              style={{ alignSelf: 'flex-start' }}
              onClick={toggle}
              aria-expanded={isOpen}
              aria-controls={id}
            >
              {isOpen ? t('hideDetail') : t('showDetail')}
              <span className="visually-hidden"> : {props.label}</span>
            </Button>
          )}
        </Stack>
      </Paper>
      {isOpen && props.detail !== undefined && (
        <Paper id={id} withBorder p="sm" style={{ gridColumn: '1 / -1', minWidth: 0 }}>
          {props.detail}
        </Paper>
      )}
    </>
  );
}
