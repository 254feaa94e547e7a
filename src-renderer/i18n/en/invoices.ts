import type { invoices as french } from '../fr/invoices.ts';

export const invoices: Record<keyof typeof french, string> = {};
