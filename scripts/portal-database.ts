import { Client } from 'pg';
import { messages } from './console-messages.mjs';
import type { EmbeddedPostgres } from './embedded-postgres';
import { isUpToDate } from './migration-history';
import { OperatorError } from './operator-error';
import { withProgress } from './progress.mjs';
import { runScript, type Variables } from './run-script';

/** The embedded database, and the temporary one in which it is prepared. */
export const portalDatabase = 'portal';
const draftDatabase = 'portal_in_preparation';

const oldestVersion = 150_000;
const connectionTimeout = 5_000;

async function query<Row extends Record<string, unknown>>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectionTimeout });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrateDatabase(url: string): Promise<void> {
  if (await isUpToDate(url)) return;
  await withProgress(messages.migrating, () => runScript('db-migrate.ts', [], { DATABASE_URL: url }));
}

/**
 * Migrates the embedded database and gives its address. A new one is first migrated and filled with the demonstration
 * under another name, so that an interrupted preparation starts over and is never continued halfway.
 */
export async function prepareEmbeddedDatabase(postgres: EmbeddedPostgres, variables: Variables): Promise<string> {
  const [server, url] = [await postgres.url('postgres'), await postgres.url(portalDatabase)];
  const existing = await query(server, 'select 1 from pg_database where datname = $1', [portalDatabase]);
  if (existing.length > 0) {
    await migrateDatabase(url);
    return url;
  }
  await query(server, `drop database if exists ${draftDatabase} with (force)`);
  await query(server, `create database ${draftDatabase}`);
  const draft = await postgres.url(draftDatabase);
  await migrateDatabase(draft);
  const settings = { ...variables, DATABASE_URL: draft };
  await withProgress(messages.settingUpDemonstration, () => runScript('set-up.ts', ['demonstration'], settings));
  await query(server, `alter database ${draftDatabase} rename to ${portalDatabase}`);
  return url;
}

/** Migrates the operator's own database, which has been checked before. */
export async function prepareOwnDatabase(url: string, variables: Variables): Promise<void> {
  await migrateDatabase(url);
  await withProgress(messages.settingUpPortal, () => runScript('set-up.ts', ['portal'], variables));
}

/** Throws OperatorError when the operator's own database is unavailable or too old. */
export async function checkOwnDatabase(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || '5432'}${pathname}`;
  const rows = await query<{ number: string; version: string }>(
    url,
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  ).catch((error: Error) => {
    throw new OperatorError(messages.databaseUnreachable(place, reasonOf(error)));
  });
  const [server] = rows;
  if (Number(server?.number) < oldestVersion) throw new OperatorError(messages.databaseTooOld(server?.version));
}

/** Gives one reason, even if several addresses of a host were tried. */
function reasonOf(error: Error): string {
  return error instanceof AggregateError ? (error.errors[0] as Error).message : error.message;
}

/** The events after which a public page changes. */
const publicEvents = [
  'portal-set-up',
  'calendar-imported',
  'plan-set-up',
  'supporting-agencies-set',
  'report-published',
  'publication-corrected',
  'publication-withdrawn',
];

/**
 * Gives an identifier of the content of the public pages: the database, told apart by the id of its first migration,
 * and its last public event with its time, because two databases restored from one backup number their events alike.
 */
export async function publicContent(url: string): Promise<string> {
  const [content] = await query(
    url,
    `select oid::text, datname,
      (select id from "_prisma_migrations" order by started_at limit 1) as origin,
      (select id || ' at ' || extract(epoch from "recordedAt") from "Event" where name = any ($1)
        order by id desc limit 1) as event
    from pg_database where datname = current_database()`,
    [publicEvents],
  );
  return JSON.stringify(content);
}
