import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { messages } from './console-messages.mjs';
import { migrationsFolder } from './migration-files';
import { OperatorError, runMain } from './operator-error';
import { schemaDifference } from './schema-difference';
import { startThrowAwayPostgres } from './throw-away-postgres';

async function missingSql(): Promise<string> {
  const postgres = await startThrowAwayPostgres();
  try {
    const client = new Client({ connectionString: postgres.url('postgres') });
    await client.connect();
    await client.query('create database shadow');
    await client.end();
    return await schemaDifference(postgres.url('postgres'), postgres.url('shadow'));
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
