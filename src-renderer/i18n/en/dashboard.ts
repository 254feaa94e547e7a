import type { dashboard as french } from '../fr/dashboard.ts';

export const dashboard: Record<keyof typeof french, string> = {};
