import type { timesheet as french } from '../fr/timesheet.ts';

export const timesheet: Record<keyof typeof french, string> = {};
