export const syncDetails = {} as const;
