import { describe, expect, it } from 'vitest';
import { codeOf } from './code-of.ts';

describe('codeOf', () => {
  it('makes ASCII codes that differ', () => {
    expect(codeOf('Santé au travail', [])).toBe('sante-au-travail');
    expect(codeOf(' Prévoyance (cadres) ', ['prevoyance-cadres'])).toBe('prevoyance-cadres-2');
    expect(codeOf('…', [])).toBe('ligne');
  });

  it('stays short enough for every code it becomes part of', () => {
    expect(codeOf('a'.repeat(90), [])).toMatch(/^[a-z0-9-]{1,28}$/);
  });
});
