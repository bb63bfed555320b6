import 'server-only';
import { z } from 'zod';
import type { AgencyState, Officer } from '@/lib/domain/accounts/officers';
import { agencyRoles } from '@/lib/domain/authorization';
import type { Transaction } from '@/lib/server/database/db';
import { agencyOffices } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';

export type StoredAgency = AgencyState & {
  id: string;
  code: string;
  accounts: { accountId: string; userName: string; displayName: string }[];
};

const agencyRow = z.object({
  code: z.string(),
  signOffRequired: z.boolean(),
  isAbolished: z.boolean(),
  officeIds: z.array(z.string()),
});

const accountRow = z.object({
  accountId: z.string(),
  userName: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(agencyRoles)),
  isClosed: z.boolean(),
});

/**
 * Gives an agency with all its accounts, locked until the transaction ends: of two concurrent changes, the second reads
 * the result of the first. Writes on reports are not blocked.
 */
export async function getAgencyForUpdate(transaction: Transaction, agencyId: string): Promise<StoredAgency> {
  const [agency] = await rowsOf(agencyRow, transaction)`
    SELECT code, "signOffRequired", "abolishedOn" IS NOT NULL AS "isAbolished",
      ARRAY(SELECT o."officeId"::text FROM ${agencyOffices(false)} o WHERE o."agencyId" = "Agency".id) AS "officeIds"
    FROM "Agency" WHERE id = ${agencyId}::uuid FOR NO KEY UPDATE`;
  if (!agency) throw new Error('an account names an agency that is not there');
  const accounts = await rowsOf(accountRow, transaction)`
    SELECT id AS "accountId", "userName", "displayName", roles::text[] AS roles, "closedAt" IS NOT NULL AS "isClosed"
    FROM "Account" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  const waiting = await transaction.report.count({ where: { agencyId, status: 'awaiting_sign_off' } });
  const officers: Officer[] = accounts.map(({ accountId, roles, isClosed }) => ({
    accountId,
    roles: isClosed ? [] : roles,
  }));
  return { id: agencyId, ...agency, awaitsSignOff: waiting > 0, officers, accounts };
}
