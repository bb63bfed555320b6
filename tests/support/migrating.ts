import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { inject } from 'vitest';
import { historyTable, migrationNames, readMigration } from '@/scripts/migration-files';
import { root } from './source-files';
import { connect, type Sql } from './sql';

/** Makes an empty database on the server of the tests and gives its address. */
export async function emptyDatabase(encoding = 'UTF8'): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  const server = connect(inject('databaseServer'));
  const locale = encoding === 'UTF8' ? '' : `LOCALE 'C'`;
  await server(`CREATE DATABASE ${name} ENCODING '${encoding}' ${locale} TEMPLATE template0`);
  await server.end();
  const own = new URL(inject('databaseServer'));
  own.pathname = `/${name}`;
  return own.href;
}

/** Applies the migrations before one, as a program of that time would have. */
export async function migrateUntil(name: string, sql: Sql): Promise<void> {
  await sql(historyTable);
  for (const earlier of (await migrationNames()).filter((known) => known < name)) {
    await sql(await readMigration(earlier));
    await leaveRecord(earlier, sql);
    await sql('UPDATE "_prisma_migrations" SET finished_at = now() WHERE migration_name = $1', [earlier]);
  }
}

/** Records a migration without its end, as a program leaves it that was killed. */
export async function leaveRecord(name: string, sql: Sql): Promise<void> {
  await sql(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, 'x', $2)`, [
    randomUUID(),
    name,
  ]);
}

export type Command = { process: ChildProcess; printed(): string; ended: Promise<number | null> };

/** Runs one of the commands on a database in a process of its own. */
export function runCommandOn(url: string, script: string, ...args: string[]): Command {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', `scripts/${script}`, ...args],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, printed: () => said, ended };
}
