import { expect, it } from 'vitest';
import { documentFileName } from './document-file-name.ts';

it.each([
  ['Relevé de versement, mars 2026', 'Relevé de versement, mars 2026.pdf'],
  ['Plan 2026 : Léa / « Ferme »', 'Plan 2026 Léa « Ferme ».pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['a\u202fb\nc\u0000d.', 'a b c d.pdf'],
  ['???', 'Sillon.pdf'],
  ['x'.repeat(300), `${'x'.repeat(120)}.pdf`],
])('names the file of %j', (title, name) => {
  expect(documentFileName(title, 'pdf')).toBe(name);
});
