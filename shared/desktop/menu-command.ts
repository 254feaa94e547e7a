/** Every command the desktop menu can ask of the screens. */
export const menuCommands = [
  'new-entry',
  'new-invoice',
  'import-bank-statement',
  'save-backup',
  'find',
  'show-dashboard',
  'show-ledger',
  'show-customers',
  'show-invoices',
  'show-expenses',
  'show-timesheet',
  'show-pay',
  'show-sync',
  'show-settings',
] as const;

/** One command of the desktop menu. */
export type MenuCommand = (typeof menuCommands)[number];

/** Whether `value` is a command of the desktop menu. */
export function isMenuCommand(value: unknown): value is MenuCommand {
  return typeof value === 'string' && (menuCommands as readonly string[]).includes(value);
}
