import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { clusterUrl, createCluster, startCluster, stopProcess } from './postgres-cluster';

/** This database need not survive a power failure. */
const careless = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

export type ThrowAwayPostgres = { url(database: string): string; stop(): Promise<void> };

/** Starts a separate PostgreSQL on a free port, in a temporary folder that is deleted with it. */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-postgres-'));
  const cluster = { folder: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log') };
  await createCluster(cluster);
  const port = await freePort();
  const server = await startCluster(cluster, port, [...careless, '-c', 'max_connections=200']);
  if (!server) throw new Error(`the throw-away database did not start: see ${cluster.logFile}`);
  // An interrupted run ends without waiting for anything.
  const drop = () => void server.process.kill('SIGQUIT');
  process.once('exit', drop);
  return {
    url: (database) => clusterUrl(cluster, port, database),
    stop: async () => {
      process.off('exit', drop);
      await stopProcess(server.process.pid ?? 0);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
