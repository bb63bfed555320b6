import { migrationList, schemaFiles } from './migration-files';
import { wholeSchema, withSchemaEngine } from './schema-engine';

/**
 * Gives the SQL that leads from the migrations' history to the schema, or '' where they agree. Neither database is
 * read: the engine needs one to connect to, and `shadow`, which must be empty, to apply the history to.
 */
export async function schemaDifference(url: string, shadow: string): Promise<string> {
  const schema = await schemaFiles();
  const input = {
    from: { tag: 'migrations' as const, ...(await migrationList()) },
    to: { tag: 'schemaDatamodel' as const, files: schema.map(([path, content]) => ({ path, content })) },
    script: true,
    exitCode: null,
    filters: wholeSchema,
  };
  const { stdout } = await withSchemaEngine({ url, shadow, schema }, (engine) => engine.diff(input));
  const sql = stdout ?? '';
  return sql.startsWith('-- This is an empty migration') ? '' : sql;
}
