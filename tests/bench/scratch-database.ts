import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '@/scripts/free-port';
import { clusterUrl, createCluster, startCluster, stopProcess } from '@/scripts/postgres-cluster';
import { runScript } from './child';

export type ScratchServer = {
  /** Makes a database with the portal's tables, constraints and triggers, and gives its address. */
  createDatabase: (name: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** Runs statements on a database, one after another. */
export async function runSql(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Starts a PostgreSQL of the bench's own in a temporary folder, with the settings of the embedded one: every commit is
 * flushed to the disk, as in production.
 */
export async function startScratchServer(): Promise<ScratchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-bench-'));
  const cluster = { folder: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log') };
  await createCluster(cluster);
  const port = await freePort();
  const server = await startCluster(cluster, port);
  const pid = server?.process.pid;
  if (!pid) throw new Error(`the scratch database did not start: see ${cluster.logFile}`);
  const quit = () => process.kill(pid, 'SIGQUIT');
  process.once('exit', quit);
  const url = (name: string) => clusterUrl(cluster, port, name);
  await runSql(url('postgres'), 'CREATE DATABASE empty_portal');
  await runScript('./migrate-database.ts', url('empty_portal'), { aliases: true });
  return {
    createDatabase: async (name) => {
      await runSql(url('postgres'), `CREATE DATABASE ${name} TEMPLATE empty_portal`);
      return url(name);
    },
    stop: async () => {
      process.off('exit', quit);
      await stopProcess(pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
