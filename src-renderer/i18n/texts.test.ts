import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../shared/core/errors.ts';
import { french } from './fr/french.ts';
import { createFormat } from './use-format.ts';
import { startWords } from './words.test-support.ts';

const texts = Object.entries(french).flatMap(([space, words]) =>
  Object.entries(words).map(([key, text]): [string, string] => [`${space}:${key}`, text]),
);

describe('the words of an error', () => {
  it('speak to who reads, and never show a value that is not known', async () => {
    const t = (await startWords('fr')).getFixedT('fr', 'errors');
    const [member, support] = [createFormat('fr', t), createFormat('fr', t, 'supportTeam')];
    const none = { code: 'contract.none', message: 'no contract', details: { month: '2026-03' } } as const;
    expect(member.error(none)).toMatch(/^Aucun contrat ne couvre mars 2026 .*équipe d’appui/);
    expect(support.error(none)).toMatch(/^Aucun contrat de la personne ne couvre mars 2026 /);
    expect(support.error({ code: 'contract.overlapping', message: '' })).toMatch(/se chevauchent le jour en question/);
    for (const code of Object.keys(french.errors) as ErrorCode[]) {
      expect(member.error({ code, message: '' })).not.toMatch(/\{\{(date|month)/);
    }
  });
});

describe('the French texts', () => {
  it('keep their quotation marks on the line of what they quote', () => {
    expect(texts.filter(([, text]) => /«(?!\u00a0)|(?<!\u00a0)»/.test(text))).toEqual([]);
  });
});
