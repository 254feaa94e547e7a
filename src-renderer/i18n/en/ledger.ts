import type { ledger as french } from '../fr/ledger.ts';

export const ledger: Record<keyof typeof french, string> = {};
