import type { AccountInfo } from '../../shared/access/account-info.ts';
import { receiptsDatabase } from '../../shared/access/database-names.ts';

/**
 * The server's database for the receipts of an activity. The server announces a member's own; an account that signed in
 * before it did so finds it by its name, as the support team does for every activity.
 */
export function homeDatabase(account: AccountInfo, activityId: string): string {
  return (account.activityId === activityId ? account.databases.receipts : undefined) ?? receiptsDatabase(activityId);
}
