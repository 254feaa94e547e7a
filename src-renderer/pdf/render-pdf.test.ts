import { expect, it } from 'vitest';
import type { ExportTable } from '../ui/export-table.ts';
import { plainBlanks, renderAndRead } from './testing/read-pdf.test-support.ts';
import { tableDocument } from './table-document.ts';

const page = {
  language: 'fr',
  author: 'Les Sillons',
  madeAt: new Date('2026-09-17T10:00:00Z'),
  footer: 'Les Sillons',
  pageText: (number: number, count: number) => `Page ${String(number)} sur ${String(count)}`,
} as const;
const months = Array.from({ length: 120 }, (_, index) => index);
const table: ExportTable = {
  title: 'Plan de paie 2026',
  facts: [['Personne', 'Ñandriana Rakotomalala n̈']],
  heads: ['Mois', 'Coût'],
  rows: months.map((month) => [
    `mois n° ${String(month)}`,
    { text: `1\u202f${String(100 + month)},05\u00a0€`, minor: 0, decimals: 2 },
  ]),
  total: ['Total', { text: '−12\u202f345,67\u00a0€', minor: 0, decimals: 2 }],
  notes: ['Ce n’est pas le bulletin de paie. Łukasz Žižka'],
};

it('sets a long table on numbered pages, its heads again on each, every row once', async () => {
  const { pages, text, totalPages, info } = await renderAndRead(tableDocument(table, page));
  expect(totalPages).toBeGreaterThan(2);
  pages.forEach((words, index) => {
    expect(words).toContain('Mois Coût');
    expect(words).toContain(`Page ${String(index + 1)} sur ${String(totalPages)}`);
  });
  for (const month of months) expect(text.split(`mois n° ${String(month)} 1`)).toHaveLength(2);
  expect(info).toMatchObject({ Title: 'Plan de paie 2026', Author: 'Les Sillons', Language: 'fr' });
});

it('holds every letter and blank of the amounts and names', async () => {
  const { text } = await renderAndRead(tableDocument(table, page));
  expect(text).toContain(plainBlanks('1\u202f219,05\u00a0€'));
  expect(text).toContain(plainBlanks('−12\u202f345,67\u00a0€'));
  expect(text).toContain('Ñandriana Rakotomalala n̈');
  expect(text).toContain('Łukasz Žižka');
});

it('keeps many columns and endless words on the page', async () => {
  const amount = { text: '−1\u202f234\u202f567,08\u00a0€', minor: 0, decimals: 2 };
  const amounts = Array.from({ length: 13 }, () => amount);
  const { bytes, rightEdge } = await renderAndRead(
    tableDocument(
      {
        title: 'Plan',
        facts: [['x'.repeat(100), 'y'.repeat(200)]],
        heads: ['Mois', ...amounts.map((_, index) => `Contribution n° ${String(index)}`)],
        rows: [
          ['janvier 2026', ...amounts],
          ['z'.repeat(80), ...amounts],
        ],
        notes: ['a'.repeat(400)],
      },
      page,
    ),
  );
  expect(mediaBox(bytes)).toBe('841.89 595.28');
  expect(rightEdge).toBeLessThanOrEqual(841.89 - 42 + 1);
});

function mediaBox(bytes: Uint8Array): string | undefined {
  return /MediaBox \[0 0 ([\d. ]+)\]/.exec(new TextDecoder('latin1').decode(bytes))?.[1];
}
