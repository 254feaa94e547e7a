import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { RuleError } from './rule-error.tsx';

export interface RuleColumn<T> {
  readonly label: string;
  readonly isFigure?: boolean;
  readonly cell: (item: T) => ReactNode;
}

/** One part of the rules: what there is, and the way to add, change or take away. */
export function RuleSection<T>(props: {
  readonly title: string;
  readonly hint: string;
  readonly addLabel: string;
  readonly items: readonly T[];
  readonly columns: readonly RuleColumn<T>[];
  readonly nameOf: (item: T) => string;
  readonly testId: string;
  readonly minWidth?: number;
  readonly editor: (item: T | undefined, onDone: () => void) => ReactNode;
  readonly onRemove: (item: T) => Promise<Result<unknown>>;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { t: tCommon } = useTranslation();
  const noticeUndo = useUndoNotice();
  const [editing, setEditing] = useState<{ readonly item: T | undefined }>();
  const [error, setError] = useState<AppError>();
  const { items, columns, nameOf } = props;

  async function remove(item: T): Promise<void> {
    const done = await props.onRemove(item);
    setError(done.ok ? undefined : done.error);
    if (done.ok) noticeUndo(t('removed', { name: nameOf(item) }));
  }

  function edit(item: T | undefined): void {
    setError(undefined);
    setEditing({ item });
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} flex={1} miw={240}>
          <Title order={2} size="h4">
            {props.title}
          </Title>
          <Text size="sm" c="dimmed" maw={720}>
            {props.hint}
          </Text>
        </Stack>
        {editing === undefined && (
          <Button
            data-testid={`add-${props.testId}`}
            onClick={() => {
              edit(undefined);
            }}
          >
            {props.addLabel}
          </Button>
        )}
      </Group>
      {items.length === 0 ? (
        <Text size="sm">{t('none')}</Text>
      ) : (
        <Table.ScrollContainer
          minWidth={props.minWidth ?? 640}
          tabIndex={0}
          aria-label={props.title}
          // On a telephone the form takes the place of the list.
          {...(editing !== undefined && { visibleFrom: 'sm' })}
        >
          <Table fz="sm" aria-label={props.title} data-testid={props.testId} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ label, isFigure }) => (
                  <Table.Th key={label} ta={isFigure === true ? 'right' : 'left'}>
                    {label}
                  </Table.Th>
                ))}
                <Table.Th>{t('actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item, index) => (
                <Table.Tr key={`${nameOf(item)} ${String(index)}`}>
                  {columns.map(({ label, isFigure, cell }) => (
                    <Table.Td
                      key={label}
                      {...(isFigure === true && { ta: 'right', className: 'figures' })}
                      style={{ verticalAlign: 'top' }}
                    >
                      {cell(item)}
                    </Table.Td>
                  ))}
                  <Table.Td style={{ verticalAlign: 'top' }}>
                    <Group gap={4} wrap="nowrap">
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => {
                          edit(item);
                        }}
                      >
                        {tCommon('edit')}
                        <span className="visually-hidden"> : {nameOf(item)}</span>
                      </Button>
                      <Button size="compact-xs" variant="subtle" color="red" onClick={() => void remove(item)}>
                        {tCommon('remove')}
                        <span className="visually-hidden"> : {nameOf(item)}</span>
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <RuleError error={error} />
      {editing !== undefined &&
        props.editor(editing.item, () => {
          setEditing(undefined);
        })}
    </Stack>
  );
}
