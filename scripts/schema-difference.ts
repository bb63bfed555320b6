import { readFile } from 'node:fs/promises';
import { migrationList, schemaFile } from './migration-files';
import { wholeSchema, withSchemaEngine } from './schema-engine';

/**
 * Gives the SQL that leads from the migrations' history to the schema, or '' where they agree. Neither database is
 * read: the engine needs one to connect to, and `shadow`, which must be empty, to apply the history to.
 */
export async function schemaDifference(url: string, shadow: string): Promise<string> {
  const schema: [string, string] = [schemaFile, await readFile(schemaFile, 'utf8')];
  const input = {
    from: { tag: 'migrations' as const, ...(await migrationList()) },
    to: { tag: 'schemaDatamodel' as const, files: [{ path: schema[0], content: schema[1] }] },
    script: true,
    exitCode: null,
    filters: wholeSchema,
  };
  const { stdout } = await withSchemaEngine({ url, shadow, schema }, (engine) => engine.diff(input));
  const sql = stdout ?? '';
  return sql.startsWith('-- This is an empty migration') ? '' : sql;
}
