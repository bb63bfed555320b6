import 'server-only';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { db } from './db';
import { migrationHistory, migrationState, type RecordedMigration } from './migration-state';

type Health = { ok: boolean; reason?: 'database-older' | 'database-newer' | 'migration-unfinished' };

/** Read once: an upgrade of the folder beneath a running process does not change which program it runs. */
const known = readdirSync(/* turbopackIgnore: true */ path.resolve('prisma/migrations'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Says whether the database has exactly the migrations of this program, all of them finished. */
export async function migrationHealth(): Promise<Health> {
  const { missing, unfinished, unknown } = migrationState(
    known,
    await db.$queryRawUnsafe<RecordedMigration[]>(migrationHistory),
  );
  if (unknown.length > 0) return { ok: false, reason: 'database-newer' };
  if (unfinished.length > 0) return { ok: false, reason: 'migration-unfinished' };
  if (missing.length > 0) return { ok: false, reason: 'database-older' };
  return { ok: true };
}
