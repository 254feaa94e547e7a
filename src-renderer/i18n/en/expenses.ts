import type { expenses as french } from '../fr/expenses.ts';

export const expenses: Record<keyof typeof french, string> = {};
