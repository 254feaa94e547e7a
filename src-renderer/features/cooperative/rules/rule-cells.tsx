import { Text } from '@mantine/core';
import type { JSX } from 'react';

/** Text in small print below another one of a cell. */
export function Below({ children }: { readonly children: string | undefined }): JSX.Element {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}

/** The name of a dated rule and where it comes from. */
export function VersionCell(props: { readonly version: string; readonly source: string | undefined }): JSX.Element {
  return (
    <>
      {props.version}
      <Below>{props.source}</Below>
    </>
  );
}

/** One line of a pay in words, with its source. */
export function LineWords(props: {
  readonly label: string;
  readonly words: string;
  readonly source: string | undefined;
}): JSX.Element {
  return (
    <div>
      {props.label} : {props.words}
      <Below>{props.source}</Below>
    </div>
  );
}
