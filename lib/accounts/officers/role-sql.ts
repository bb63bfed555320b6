import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** Condition: an account c is open and acts in one of these roles, an array in SQL. */
export const actsAs = (roles: Prisma.Sql) => Prisma.sql`(c."closedAt" IS NULL AND c.roles && ${roles}::"Role"[])`;
