import 'server-only';
import { Prisma } from '@/lib/server/generated/client';
import type { Transaction } from './db';

/**
 * The name that an agency had when a period p fell due: what is read of earlier periods keeps the name of its day. It is the
 * name before the first renaming that holds only later. `agency` names the row, as in "Agency" a.
 */
export const agencyNameInPeriod = (agency = 'a') => {
  const a = Prisma.raw(agency);
  return Prisma.sql`coalesce((
    SELECT renamed."nameBefore" FROM "AgencyChange" renamed
    WHERE renamed."agencyId" = ${a}.id AND renamed.kind = 'renamed' AND renamed."changedOn" > p."dueOn"
    ORDER BY renamed."changedOn", renamed.id LIMIT 1), ${a}.name)`;
};

/** The columns from which `nameInPeriod` reads the same in a query of the client. */
export const namesSelect = {
  name: true,
  changes: {
    where: { kind: 'renamed' },
    orderBy: [{ changedOn: 'asc' }, { id: 'asc' }],
    select: { changedOn: true, nameBefore: true },
  },
} as const satisfies Prisma.AgencySelect;

/** Gives the name that an agency had when a period fell due, as `agencyNameInPeriod`. */
export function nameInPeriod(
  { name, changes }: Prisma.AgencyGetPayload<{ select: typeof namesSelect }>,
  { dueOn }: { dueOn: Date },
): string {
  return changes.find(({ changedOn }) => changedOn > dueOn)?.nameBefore ?? name;
}

/** Waits for other changes of the register, and blocks them until the transaction ends. */
export const holdRegister = (transaction: Transaction) =>
  transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('agency register'))`;
