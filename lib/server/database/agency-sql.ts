import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/**
 * The name that an agency a had when a period p fell due: what is read of earlier periods keeps the name of its day. It is the
 * name before the first renaming that holds only later.
 */
export const agencyNameInPeriod = Prisma.sql`coalesce((
  SELECT g."nameBefore" FROM "AgencyChange" g
  WHERE g."agencyId" = a.id AND g.kind = 'renamed' AND g."changedOn" > p."dueOn" ORDER BY g."changedOn", g.id LIMIT 1), a.name)`;
