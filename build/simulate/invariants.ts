import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { listKeptInvoices } from '../../src-renderer/data/conflicts/kept-invoices.ts';
import { readRange } from '../../src-renderer/data/storage-access.ts';
import type { Cooperative } from './cooperative.ts';
import type { Truth } from './settle.ts';
import { textsOf } from './settle.ts';
import type { World } from './world.ts';

const HEARD_WITHIN_MS = 5_000;

/** What must be true whenever everything is settled; one line for each thing that is not. */
export async function findBroken(world: World, cooperative: Cooperative, truth: Truth): Promise<readonly string[]> {
  const records = [...truth.book, ...truth.commons];
  return [
    ...world.crashes.map((crash) => `an error nobody caught: ${crash}`),
    ...cooperative.typed.findLost(records).map((value) => `lost: ${value}`),
    ...findChangedFinals(cooperative, truth.book),
    ...findForeign(truth),
    ...(await findUnstored(world, cooperative, truth)),
    ...(await findDeaf(world, cooperative)),
  ];
}

/** Issued invoices are what somebody issued, each under a number of its own, and never change again. */
function findChangedFinals({ finals, member }: Cooperative, book: readonly AnyRecord[]): string[] {
  const broken: string[] = [];
  const invoices = book.filter(({ type, status }) => type === 'invoice' && status === 'issued');
  const now = new Map(invoices.map(({ id, date, body }) => [id, { id, date, body }]));
  for (const [id, final] of finals) {
    if (JSON.stringify(now.get(id)) !== JSON.stringify(final)) broken.push(`the issued ${id} changed`);
  }
  for (const [id, invoice] of now) finals.set(id, invoice);
  for (const { id } of member.issued) if (!isKept(id, book)) broken.push(`the issued ${id} is gone`);
  return [...broken, ...findNumbersGivenTwice(book)];
}

/** What no device of ours writes, and no server may take. */
function findForeign({ book }: Truth): string[] {
  return book.flatMap(({ id, ...record }) => ('_attachments' in record ? [`${id} has a file beside it`] : []));
}

/** Among all invoices that were ever issued, those that only a kept version holds included. */
function findNumbersGivenTwice(book: readonly AnyRecord[]): string[] {
  const copies = book.filter((record) => isOfType(record, 'conflictCopy'));
  const issued = [
    ...book.filter(({ type, status }) => type === 'invoice' && status === 'issued'),
    ...listKeptInvoices(copies),
  ];
  const holders = new Map<string, string>();
  return issued.flatMap(({ id, body }) => {
    const number = String(body['number']);
    const holder = holders.get(number) ?? id;
    holders.set(number, holder);
    return holder === id ? [] : [`the number ${number} was given to ${holder} and to ${id}`];
  });
}

/** An invoice issued on two devices at once stands once; the other is kept beside it. */
function isKept(id: string, book: readonly AnyRecord[]): boolean {
  return book.some((record) => record.id === id && record.status === 'issued');
}

/** What the next start of a computer reads is what its windows show now. */
async function findUnstored(world: World, cooperative: Cooperative, truth: Truth): Promise<string[]> {
  const broken: string[] = [];
  for (const computer of cooperative.computers) {
    const [window] = computer.windows;
    const name = computer.account.role === 'member' ? 'book' : 'network';
    const collection = window?.store?.parts.collections[name];
    if (window === undefined || collection === undefined) continue;
    for (const type of new Set(truth[name].map((record) => record.type))) {
      const stored = textsOf(await world.begin(window.actor, () => readRange(collection, type)));
      for (const [id, text] of textsOf(truth[name].filter((record) => record.type === type))) {
        if (stored.get(id) !== text) broken.push(`the disk of ${computer.name} holds another ${id}`);
      }
    }
  }
  return broken;
}

/** Whoever asks for an exchange in any window of a computer gets one. */
async function findDeaf(world: World, { computers }: Cooperative): Promise<string[]> {
  const deaf: string[] = [];
  for (const { line, windows } of computers) {
    if (windows.size < 2) continue;
    for (const { actor, engine } of windows) {
      const before = line.looks;
      world.afterFor(actor, 0, () => {
        engine?.syncNow();
      });
      await world.sleep(HEARD_WITHIN_MS);
      if (line.looks === before) deaf.push(`“exchange now” in ${actor.name} does nothing`);
    }
  }
  return deaf;
}
