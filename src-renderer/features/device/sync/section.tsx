import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useRef } from 'react';
import { useKeptFocus } from './use-kept-focus.ts';

/** Of a long list at first, and with each “show more”: somebody may have sent hundreds of wrong documents. */
export const ITEMS_AT_ONCE = 20;

/** One part of the page with its title, how many things it holds, and what they are. Settling one keeps the keyboard's place. */
export function Section(props: {
  readonly title: string;
  readonly hint?: string;
  readonly count?: number;
  readonly color?: string;
  readonly testId: string;
  readonly children: ReactNode;
}): JSX.Element {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const keptFocus = useKeptFocus(heading);
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} data-testid={props.testId} {...keptFocus}>
      <Stack gap="sm">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4" id={id} ref={heading} tabIndex={-1}>
              {props.title}
            </Title>
            {props.count !== undefined && props.count > 0 && (
              <Badge variant="light" color={props.color ?? 'gray'} className="figures" c="var(--mantine-color-text)">
                {props.count}
              </Badge>
            )}
          </Group>
          {props.hint !== undefined && (
            <Text size="sm" c="dimmed">
              {props.hint}
            </Text>
          )}
        </div>
        {props.children}
      </Stack>
    </Paper>
  );
}
