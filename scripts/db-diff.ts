import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { messages } from './console-messages.mjs';
import { migrationList, migrationsFolder, schemaFile } from './migration-files';
import { OperatorError, runMain } from './operator-error';
import { wholeSchema, withSchemaEngine } from './schema-engine';
import { startThrowAwayPostgres } from './throw-away-postgres';

const scratch = { engine: 'postgres', shadow: 'shadow' };

/** The SQL that leads from the migrations' history to the schema, or '' where they agree. */
async function missingSql(): Promise<string> {
  const postgres = await startThrowAwayPostgres();
  try {
    const client = new Client({ connectionString: postgres.url(scratch.engine) });
    await client.connect();
    await client.query(`create database ${scratch.shadow}`);
    await client.end();
    const schema: [string, string] = [schemaFile, await readFile(schemaFile, 'utf8')];
    const [url, shadow] = [postgres.url(scratch.engine), postgres.url(scratch.shadow)];
    const input = {
      from: { tag: 'migrations' as const, ...(await migrationList()) },
      to: { tag: 'schemaDatamodel' as const, files: [{ path: schema[0], content: schema[1] }] },
      script: true,
      exitCode: null,
      filters: wholeSchema,
    };
    const { stdout } = await withSchemaEngine({ url, shadow, schema }, (engine) => engine.diff(input));
    return /^-- This is an empty migration/.test(stdout ?? '') ? '' : (stdout ?? '');
  } finally {
    await postgres.stop();
  }
}

runMain(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z0-9_]+$/.test(name)) throw new OperatorError(messages.migrationNameMissing);
  const sql = await missingSql();
  if (!sql.trim()) return console.log(messages.noSchemaChange);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql);
  console.log(messages.migrationWritten(path.join(folder, 'migration.sql')));
});
