import 'server-only';
import { approverDeputizedBy } from '@/lib/server/database/deputy-sql';
import { Prisma } from '@/lib/server/generated/client';

/** Condition: an account c is open and acts in one of these roles, an array in SQL; as an approver also as a deputy. */
export const actsAs = (roles: Prisma.Sql) => Prisma.sql`(
  c."closedAt" IS NULL AND (c.roles && ${roles}::"Role"[]
    OR ('approver' = ANY(${roles}) AND ${approverDeputizedBy('c')} IS NOT NULL)))`;
