import type { syncDetails as french } from '../fr/sync-details.ts';

export const syncDetails: Record<keyof typeof french, string> = {};
