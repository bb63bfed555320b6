import { migrationList, schemaFiles } from './migration-files';
import { isUpToDate } from './migration-history';
import { wholeSchema, withSchemaEngine } from './schema-engine';

/**
 * Applies the migrations that a database lacks and gives their names. The history is kept in `_prisma_migrations`, as
 * `prisma migrate deploy` does. Throws the database's error if one fails.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  if (await isUpToDate(connectionString)) return [];
  const schema = await schemaFiles();
  const input = { migrationsList: await migrationList(), filters: wholeSchema };
  const applied = await withSchemaEngine({ url: connectionString, schema }, (engine) => engine.applyMigrations(input));
  return applied.appliedMigrationNames;
}
