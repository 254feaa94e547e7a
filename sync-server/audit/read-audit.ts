import { z } from 'zod';
import type { AuditPage } from '../../shared/access/audit-entry.ts';
import { AUDIT_KINDS } from '../../shared/access/audit-entry.ts';
import type { AuditTrail } from './audit-trail.ts';

export const auditQuery = z.object({
  before: z
    .string()
    .regex(/^[0-9A-Z]{26}$/)
    .optional(),
  kind: z.enum(AUDIT_KINDS).optional(),
  account: z.string().min(1).max(80).optional(),
});

/** A page of who did what, for the command line and for the support team. */
export function readAudit(
  trail: AuditTrail,
  { before, kind, account }: z.infer<typeof auditQuery>,
): Promise<AuditPage> {
  return trail.page({
    ...(before === undefined ? {} : { before }),
    ...(kind === undefined ? {} : { kind }),
    ...(account === undefined ? {} : { account }),
  });
}
