import type { network as french } from '../fr/network.ts';

export const network: Record<keyof typeof french, string> = {};
