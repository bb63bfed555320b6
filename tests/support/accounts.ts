import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '@/lib/domain/authorization';
import { type Sql, sql } from './sql';

/** Stores an account that holds one role; nobody can sign in with it unless a hash is given. */
export async function makeAccount(
  role: Role,
  agencyId: string | null = null,
  { run = sql, passwordHash = 'none' }: { run?: Sql; passwordHash?: string } = {},
): Promise<Actor & { userName: string }> {
  const accountId = randomUUID();
  const userName = `${role}-${accountId.slice(0, 8)}`;
  await run(
    `INSERT INTO "Account" (id, "userName", "displayName", "passwordHash", "mustChangePassword", roles, "agencyId")
     VALUES ($1, $2, $2, $3, false, ARRAY[$4]::"Role"[], $5)`,
    [accountId, userName, passwordHash, role, agencyId],
  );
  return { accountId, userName, displayName: userName, roles: [role], agencyId };
}
