import { readFile } from 'node:fs/promises';
import { migrationList, schemaFile } from './migration-files';
import { isUpToDate } from './migration-history';
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
