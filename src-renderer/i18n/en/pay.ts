import type { pay as french } from '../fr/pay.ts';

export const pay: Record<keyof typeof french, string> = {};
