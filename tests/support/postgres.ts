import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../scripts/migrate';
import { startThrowAwayPostgres } from '../../scripts/throw-away-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the throw-away server; its template database holds the migrated schema and no rows. */
    databaseServer: string;
  }
}

export const templateDatabase = 'template_portal';

/** Starts one throw-away PostgreSQL for the run and migrates a template, from which each test file gets its own database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowAwayPostgres();
  const server = postgres.url('postgres');
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await migrate(postgres.url(templateDatabase));
  await client.query(`alter database ${templateDatabase} with is_template true allow_connections false`);
  await client.end();
  project.provide('databaseServer', server);
  return () => postgres.stop();
}
