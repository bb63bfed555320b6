import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { migrationList, migrationNames, schemaFile } from './migration-files';
import { openSchemaEngine, wholeSchema } from './schema-engine';

/**
 * Applies the migrations that a database lacks and gives their names. The history is kept in `_prisma_migrations`, as
 * `prisma migrate deploy` keeps it. Throws what the database said of one that fails.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  if (await isUpToDate(connectionString)) return [];
  const engine = await openSchemaEngine(connectionString, [schemaFile, await readFile(schemaFile, 'utf8')]);
  try {
    const input = { migrationsList: await migrationList(), filters: wholeSchema };
    return (await engine.applyMigrations(input)).appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** Whether every migration has been applied: a look at the history, which spares most starts the engine. */
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
