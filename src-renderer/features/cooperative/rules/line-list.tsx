import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { Fragment } from 'react';

/** What the fields of one line are given. */
interface LineEditing<T> {
  /** From 1. */
  readonly position: number;
  readonly onChange: (change: Partial<T>) => void;
  /** Absent when the line must stay. */
  readonly onRemove: (() => void) | undefined;
}

/** The lines or steps of a rule under each other, with the way to add one. */
export function LineList<T extends object>(props: {
  readonly lines: readonly T[];
  readonly onLines: (lines: readonly T[]) => void;
  readonly addLabel: string;
  readonly newLine: () => T;
  readonly fewest?: number;
  readonly most: number;
  readonly children: (line: T, editing: LineEditing<T>) => JSX.Element;
}): JSX.Element {
  const { lines, onLines, fewest = 0 } = props;
  return (
    <>
      {lines.map((line, index) => (
        // Lines are told apart by their place while they are typed.
        <Fragment key={index}>
          {props.children(line, {
            position: index + 1,
            onChange: (change) => {
              onLines(lines.map((other, at) => (at === index ? { ...other, ...change } : other)));
            },
            onRemove:
              lines.length <= fewest
                ? undefined
                : () => {
                    onLines(lines.filter((_, at) => at !== index));
                  },
          })}
        </Fragment>
      ))}
      <Group>
        <Button
          variant="light"
          size="compact-sm"
          disabled={lines.length >= props.most}
          onClick={() => {
            onLines([...lines, props.newLine()]);
          }}
        >
          {props.addLabel}
        </Button>
      </Group>
    </>
  );
}
