/** Legal full time: 35 hours a week. */
export const FULL_TIME_WEEKLY_MINUTES = 2100;

/** The largest monthly amount that is computed: one million euros, also of a year that is regularised. */
export const MAX_SALARY_CENTS = 100_000_000;

/** Days of a full year under an agreement in days (Code du travail L3121-64). */
export const FULL_TIME_YEAR_DAYS = 218;

/** Hours of a full year (Code du travail L3121-41). */
export const FULL_TIME_YEAR_HOURS = 1607;
