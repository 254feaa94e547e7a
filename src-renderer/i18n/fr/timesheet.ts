export const timesheet = {} as const;
