import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import type { Role } from '@/lib/domain/authorization';
import { freePort } from '../../../scripts/free-port';
import { clusterUrl, servingProcess } from '../../../scripts/postgres-cluster';
import { environment, guarded, type Variables } from '../../../scripts/run-script';
import { makeAccount } from './accounts';
import { setDemonstrationClock } from './clock';
import { Visitor } from './forms';
import { now } from './report-states';
import { root } from './source-files';
import { connect, type Sql } from './sql';

const password = 'Richtig-2020';

/** Somebody who has signed in. */
export type Officer = Visitor & { userName: string; accountId: string };

export type OwnPortal = {
  url: string;
  sql: Sql;
  /** Stores an account of one role and signs it in through the portal's own form. */
  signIn(role: Role, agencyId?: string | null): Promise<Officer>;
  password: string;
  /** Ends the server at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Serves again what was killed. */
  restart(): Promise<void>;
  /** Waits until server and database answer. */
  untilHealthy(): Promise<void>;
  /** The process of the database, which others use too. */
  databaseProcess(): number;
  stop(): Promise<void>;
};

/** One process of the framework's own server. */
function serve(port: number, variables: Variables): ChildProcess {
  const program = path.join(root, 'node_modules/next/dist/bin/next');
  return spawn(process.execPath, [...guarded, program, 'start', '-p', String(port)], {
    cwd: root,
    env: environment({ ...variables, NODE_ENV: 'production' }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(server, 'exit');
  if (server.exitCode === null && server.signalCode === null && server.kill(signal)) await ended;
}

/** The scripts of all migrations, in order. */
async function migrations(): Promise<string[]> {
  const folder = path.join(root, 'prisma/migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.toSorted().map((name) => readFile(path.join(folder, name, 'migration.sql'), 'utf8')));
}

/**
 * Serves the portal that the end-to-end tests have built a second time, on a database of its own: set up as a
 * demonstration, with nothing in it, so that whatever is filed and however its clock is moved, no other test sees it.
 */
export async function startOwnPortal(): Promise<OwnPortal> {
  const folder = path.join(process.env.E2E_DATA ?? '', 'postgres');
  const cluster = { folder, logFile: `${folder}.log` };
  const database = `own_${randomUUID().replaceAll('-', '')}`;
  const databasePort = servingProcess(folder)?.port ?? 0;
  const admin = connect(clusterUrl(cluster, databasePort, 'postgres'));
  await admin(`CREATE DATABASE ${database}`);
  const databaseUrl = clusterUrl(cluster, databasePort, database);
  const sql = connect(databaseUrl);
  for (const migration of await migrations()) await sql(migration);
  await setDemonstrationClock(now, sql);

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { DATABASE_URL: databaseUrl, AUTH_SECRET: randomUUID() + randomUUID(), PORTAL_URL: url };
  let server = serve(port, settings);
  const isHealthy = () =>
    fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  const untilHealthy = async () => {
    while (!(await isHealthy())) await setTimeout(25);
  };
  await untilHealthy();
  const passwordHash = await hash(password);
  return {
    url,
    sql,
    password,
    signIn: async (role, agencyId = null) => {
      const { userName, accountId } = await makeAccount(role, agencyId, { run: sql, passwordHash });
      const visitor = new Visitor(url);
      await visitor.signIn(userName, password);
      return Object.assign(visitor, { userName, accountId });
    },
    kill: () => end(server, 'SIGKILL'),
    restart: async () => {
      server = serve(port, settings);
      await untilHealthy();
    },
    untilHealthy,
    databaseProcess: () => servingProcess(folder)?.pid ?? Number.NaN,
    stop: async () => {
      await end(server, 'SIGTERM');
      await sql.end();
      await admin(`DROP DATABASE ${database} WITH (FORCE)`);
      await admin.end();
    },
  };
}
