import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';

export function ViewHeader({ title, hint }: { readonly title: string; readonly hint: string }): JSX.Element {
  return (
    <div>
      <Title order={1} size="h3">
        {title}
      </Title>
      <Text c="dimmed" size="sm">
        {hint}
      </Text>
    </div>
  );
}
