export const bankImport = {} as const;
