import type { Side } from './judge.ts';
import type { SoakWrite } from './page/soak-contract.ts';

/** What was written to a record and what every side holds of it, its conflict copies included: for whoever looks for the cause of a loss. */
export function tellHistory(id: string, writes: readonly SoakWrite[], sides: readonly Side[]): string[] {
  const short = (edits: readonly string[]): string => edits.map((edit) => edit.slice(-6)).join(' ');
  const written = writes
    .filter((write) => write.id === id)
    .map(({ edit, ancestors, label, note }) => `wrote ${short([edit])} on [${short(ancestors)}]: ${label} | ${note}`);
  const held = sides.flatMap(({ name, records }) =>
    records
      .filter((record) => record.id === id || record.text.includes(id))
      .map(({ id: heldId, edits, text }) => `${name} holds ${heldId} [${short(edits)}]: ${text}`),
  );
  return [`history of ${id}`, ...written, ...held];
}
