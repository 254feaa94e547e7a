import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** How far a long work got, with a way out. */
export function WorkProgress(props: {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly onCancel?: () => void;
}): JSX.Element {
  const { t } = useTranslation();
  const percent = Math.floor(props.share * 100);
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{props.label}</Text>
        <Text size="sm" className="figures" c="dimmed">
          {percent} %
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <Progress value={percent} aria-label={props.label} flex={1} />
        {props.onCancel !== undefined && (
          <Button size="compact-sm" variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
