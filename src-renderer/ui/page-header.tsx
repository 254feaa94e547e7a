import { Group, Stack, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useEffect } from 'react';

/** Title of a screen, an explanation below it and its actions on the right; also sets the window's title. */
export function PageHeader(props: {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}): JSX.Element {
  const { title, hint, children } = props;
  useEffect(() => {
    document.title = `${title} · Sillon`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" mb="md" className="no-print">
      <Stack gap={2}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {hint !== undefined && (
          <Text c="dimmed" size="sm" maw={640}>
            {hint}
          </Text>
        )}
      </Stack>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
