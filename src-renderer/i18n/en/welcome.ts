import type { welcome as french } from '../fr/welcome.ts';

export const welcome: Record<keyof typeof french, string> = {};
