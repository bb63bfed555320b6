import { Client } from 'pg';
import { migrationNames } from './migration-files';

/**
 * Says whether every migration has been applied. Reading the history is enough on most starts and avoids loading the
 * engine.
 */
export async function isUpToDate(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ migration_name: string }>(
      'select migration_name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null',
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    return (await migrationNames()).every((name) => applied.has(name));
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
