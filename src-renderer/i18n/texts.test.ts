import { describe, expect, it } from 'vitest';
import { french } from './fr/french.ts';

const texts = Object.entries(french).flatMap(([space, words]) =>
  Object.entries(words).map(([key, text]): [string, string] => [`${space}:${key}`, text]),
);

describe('the French texts', () => {
  it('keep their quotation marks on the line of what they quote', () => {
    expect(texts.filter(([, text]) => /«(?!\u00a0)|(?<!\u00a0)»/.test(text))).toEqual([]);
  });
});
