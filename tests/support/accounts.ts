import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '@/lib/domain/authorization';
import { type Sql, sql } from './sql';

/** Stores an account that holds one role, one of the division's for all offices; nobody can sign in with it unless a hash is given. */
export async function makeAccount(
  role: Role,
  agencyId: string | null = null,
  { run = sql, passwordHash = 'none' }: { run?: Sql; passwordHash?: string } = {},
): Promise<Actor & { userName: string }> {
  const accountId = randomUUID();
  const isOfDivision = role === 'reviewer' || role === 'coordinator' || role === 'leader';
  const userName = `${role}-${accountId.slice(0, 8)}`;
  await run(
    `INSERT INTO "Account" (id, "userName", "displayName", "passwordHash", "mustChangePassword", roles, "agencyId", "allOffices")
     VALUES ($1, $2, $2, $3, false, ARRAY[$4]::"Role"[], $5, $6)`,
    [accountId, userName, passwordHash, role, agencyId, isOfDivision],
  );
  return { accountId, userName, displayName: userName, roles: [role], offices: isOfDivision ? 'all' : [], agencyId };
}
