import type { bankImport as french } from '../fr/bank-import.ts';

export const bankImport: Record<keyof typeof french, string> = {};
