// node build/bench/run-compare.ts OTHER [turns]: start-up, exchange and consolidation of this checkout and of another one
// (with its packages and its build), by turns; medians and their ratio.
import { fileURLToPath } from 'node:url';
import { measureExchange } from './compare/measure-exchange.ts';
import { measureStart } from './compare/measure-start.ts';

const HERE = fileURLToPath(new URL('../..', import.meta.url));
const [, , other, turns = '5'] = process.argv;
if (other === undefined) throw new Error('name the folder of the other checkout');

const values = new Map<string, { readonly here: number[]; readonly other: number[] }>();

async function measure(side: 'here' | 'other'): Promise<void> {
  const root = side === 'here' ? HERE : (other ?? '');
  for (const { name, value } of [...(await measureExchange(root)), ...(await measureStart(root))]) {
    const both = values.get(name) ?? { here: [], other: [] };
    both[side].push(value);
    values.set(name, both);
  }
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

for (let turn = 0; turn < Number(turns); turn += 1) {
  const order = turn % 2 === 0 ? (['other', 'here'] as const) : (['here', 'other'] as const);
  for (const side of order) await measure(side);
}
console.log(`${'median, s'.padEnd(68)} ${'other'.padStart(8)} ${'here'.padStart(8)}    ratio`);
for (const [name, both] of values) {
  const [before, after] = [median(both.other), median(both.here)];
  const cells = [before, after].map((value) => value.toFixed(2).padStart(8)).join(' ');
  console.log(`${name.padEnd(68)} ${cells} ${(after / before).toFixed(2).padStart(8)}`);
}
