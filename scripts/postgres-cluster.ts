import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresBinaries } from './postgres-binaries';
import { commandAs, giveTo, postgresUser } from './postgres-user';
import { runCommand } from './run-command.mjs';
import { commandLine, waitForEnd } from './running-process';

/** A PostgreSQL data folder (an absolute path), and its server's log file. */
export type Cluster = { folder: string; logFile: string };

export type ClusterServer = { process: ChildProcess; port: number };

const superuser = 'portal';
/** Kept in the cluster's folder, so that both are deleted together. */
const passwordFile = 'portal-password';
/** Contains none of the portal's secrets. The log's language is fixed, whatever the machine's locale. */
const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;
/** A fast shutdown ends the connections and writes a checkpoint; an immediate one leaves recovery to the next start. */
const timeouts = { fast: 15_000, immediate: 5_000, recovery: 60_000 };

/** Gives the address of a database of a cluster that serves on a port of this machine. */
export function clusterUrl({ folder }: Cluster, port: number, database: string): string {
  const password = readFileSync(path.join(folder, passwordFile), 'utf8');
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

/** Creates the cluster completely or not at all: an interrupted one is deleted at the next attempt. */
export async function createCluster({ folder }: Cluster): Promise<void> {
  const { initdb } = await postgresBinaries();
  const user = postgresUser(folder);
  const draft = `${folder}.new`;
  const secret = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  for (const file of [draft, secret]) giveTo(user, file);
  const access = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${secret}`];
  const text = ['--encoding=UTF8', '--locale=C.UTF-8'];
  const { command, args, options } = commandAs(user, initdb, ['-D', draft, ...access, ...text], path.dirname(folder));
  await runCommand(command, args, { cwd: '/', env: environment, ...options });
  renameSync(secret, path.join(draft, passwordFile));
  renameSync(draft, folder);
}

/**
 * Starts the server on a port of 127.0.0.1 and waits until it answers, also through a recovery. Null when it gave up.
 */
export async function startCluster(
  cluster: Cluster,
  port: number,
  flags: string[] = [],
): Promise<ClusterServer | null> {
  const { postgres } = await postgresBinaries();
  const { folder, logFile } = cluster;
  const place = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
  const zone = ['-c', 'timezone=UTC', '-c', 'log_timezone=UTC'];
  const run = commandAs(postgresUser(folder), postgres, [...place, ...zone, ...flags], folder);
  const log = openSync(logFile, 'a', 0o600);
  // A process group of its own, because Ctrl-C must not end the database before the processes that still write to it.
  const child = spawn(run.command, run.args, {
    ...run.options,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  for (let waited = 0; !ended && waited < timeouts.recovery; waited += 20) {
    if (await answers(clusterUrl(cluster, port, 'postgres'))) return { process: child, port };
    await pause(20);
  }
  await stopProcess(child.pid ?? 0);
  return null;
}

/** Stops a server and waits for its end: in order, or by force if it does not react. */
export async function stopProcess(pid: number): Promise<void> {
  for (const [signal, time] of [
    ['SIGINT', timeouts.fast],
    ['SIGQUIT', timeouts.immediate],
  ] as const) {
    if (!sendSignal(pid, signal) || (await waitForEnd(pid, time))) return;
  }
  sendSignal(pid, 'SIGKILL');
  await waitForEnd(pid, timeouts.immediate);
}

/** Gives the process and port of the server that now serves a cluster, whoever started it, or null. */
export function servingProcess(folder: string): { pid: number; port: number } | null {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  return pid && port && commandLine(pid).includes(folder) ? { pid, port } : null;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return pid > 0 && process.kill(pid, signal);
  } catch {
    return false;
  }
}
