import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { projectRoot } from './install.mjs';

/** Prisma's own table, so that its command line sees the same history. */
export const historyTable = `create table if not exists "_prisma_migrations" (id varchar(36) primary key,
  checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text,
  rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

export const migrationsFolder = path.join(projectRoot, 'prisma/migrations');
const schemaFolder = path.join(projectRoot, 'prisma/schema');
const lockFile = 'migration_lock.toml';
const script = 'migration.sql';

/** The path and the text of one file of the schema. */
export type SchemaFile = [path: string, content: string];

/** Gives all files of the schema, one per subject, in the order of their names. */
export async function schemaFiles(): Promise<SchemaFile[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort();
  const files = names.map((name) => path.join(schemaFolder, name));
  return Promise.all(files.map(async (file): Promise<SchemaFile> => [file, await readFile(file, 'utf8')]));
}

/** Gives the names of the migrations, in the order in which they are applied. */
export async function migrationNames(): Promise<string[]> {
  const found = await readdir(migrationsFolder, { withFileTypes: true });
  return found
    .filter((file) => file.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The SQL of a migration. */
export function readMigration(name: string): Promise<string> {
  return readFile(path.join(migrationsFolder, name, script), 'utf8');
}

/** Gives the history in the form that the schema engine requires. */
export async function migrationList(): Promise<MigrationList> {
  const directories = (await migrationNames()).map(async (name) => ({
    path: name,
    migrationFile: { path: script, content: { tag: 'ok' as const, value: await readMigration(name) } },
  }));
  return {
    baseDir: migrationsFolder,
    lockfile: { path: lockFile, content: await readFile(path.join(migrationsFolder, lockFile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(directories),
  };
}
