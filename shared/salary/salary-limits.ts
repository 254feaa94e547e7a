/** Legal full time: 35 hours a week. */
export const FULL_TIME_WEEKLY_MINUTES = 2100;

/** The largest monthly amount that is computed: one million euros, also of a year that is regularised. */
export const MAX_SALARY_CENTS = 100_000_000;
