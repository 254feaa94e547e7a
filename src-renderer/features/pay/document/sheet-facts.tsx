import { Table } from '@mantine/core';
import type { JSX } from 'react';
import type { Facts } from './pay-sheet-facts.ts';

/** Facts of a document: what it is about, one a row. */
export function SheetFacts(props: { readonly label: string; readonly facts: Facts }): JSX.Element {
  return (
    <Table aria-label={props.label} fz="sm" verticalSpacing={2} withRowBorders={false}>
      <Table.Tbody>
        {props.facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400} w="40%">
              {name}
            </Table.Th>
            <Table.Td style={{ fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
