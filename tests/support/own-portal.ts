import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import type { Role } from '@/lib/domain/authorization';
import { freePort } from '../../scripts/free-port';
import { historyTable } from '../../scripts/migration-files';
import { clusterUrl, servingProcess } from '../../scripts/postgres-cluster';
import { environment, type Variables } from '../../scripts/run-script';
import { webProgram } from '../../scripts/web-program';
import { makeAccount } from './accounts';
import { setDemonstrationClock } from './clock';
import { Visitor } from './forms';
import { JobProcess } from './job-process';
import { now } from './report-states';
import { root } from './source-files';
import { connect } from './sql';

/** The password of every officer. */
export const officerPassword = 'Richtig-2020';

/** A visitor who has signed in. */
export type Officer = Visitor & { userName: string; accountId: string };

/** One process that serves the portal. */
function serve(port: number, variables: Variables): ChildProcess {
  return spawn(process.execPath, webProgram, {
    cwd: root,
    env: environment({ ...variables, PORT: String(port), NODE_ENV: 'production' }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(server, 'exit');
  if (server.exitCode === null && server.signalCode === null && server.kill(signal)) await ended;
}

/** The scripts of all migrations with their names, in order. */
async function migrations(): Promise<{ name: string; script: string }[]> {
  const folder = path.join(root, 'prisma/migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = async (name: string) => ({
    name,
    script: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
  });
  return Promise.all(names.toSorted().map(read));
}

type OwnDatabase = { name: string; url: string; folder: string; drop(): Promise<void> };

const templateDatabase = 'own_template';
const clusterFolder = () => path.join(process.env.E2E_DATA ?? '', 'postgres');

/** The address of a database of the cluster of the end-to-end tests. */
function urlOf(database: string): string {
  const folder = clusterFolder();
  return clusterUrl({ folder, logFile: `${folder}.log` }, servingProcess(folder)?.port ?? 0, database);
}

/** Migrates the database of which each portal of a test gets a copy. */
export async function createTemplate(): Promise<void> {
  const admin = connect(urlOf('postgres'));
  await admin(`CREATE DATABASE ${templateDatabase}`);
  const sql = connect(urlOf(templateDatabase));
  // The history that a migration of the portal writes, without which its processes take the database for an older one.
  await sql(historyTable);
  for (const { name, script } of await migrations()) {
    await sql(script);
    await sql(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), createHash('sha256').update(script).digest('hex'), name],
    );
  }
  await sql.end();
  await admin(`ALTER DATABASE ${templateDatabase} WITH is_template true allow_connections false`);
  await admin.end();
}

/** A database of the cluster of the end-to-end tests, migrated, with nothing in it. */
async function createDatabase(): Promise<OwnDatabase> {
  const name = `own_${randomUUID().replaceAll('-', '')}`;
  const admin = connect(urlOf('postgres'));
  await admin(`CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  const drop = async () => {
    await admin(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { name, url: urlOf(name), folder: clusterFolder(), drop };
}

/**
 * The portal that the end-to-end tests have built, served a second time on a database of its own. It is set up as an
 * empty demonstration, so that no other test sees what is filed in it or how its clock is moved.
 */
export class OwnPortal {
  readonly url: string;
  readonly sql: ReturnType<typeof connect>;
  /** The environment variables of its processes. */
  readonly settings: Variables;
  private readonly passwordHash = hash(officerPassword);
  private server: ChildProcess;
  /** The error output of the servers, which is shown only if one does not start. */
  private said = '';

  private constructor(
    private readonly database: OwnDatabase,
    private readonly port: number,
    private readonly first: OwnPortal | null = null,
    settings: Variables = {},
  ) {
    this.url = `http://localhost:${port}`;
    this.sql = connect(database.url);
    const secret = first?.settings.AUTH_SECRET ?? randomUUID() + randomUUID();
    this.settings = {
      DATABASE_URL: database.url,
      AUTH_SECRET: secret,
      PORTAL_URL: this.url,
      EVIDENCE_FOLDER: path.join(process.env.E2E_DATA ?? '', `evidence-${database.name}`),
      ...settings,
    };
    this.server = this.serve();
  }

  /** Lines of its log, as it has written them until now. */
  readonly log: string[] = [];

  private serve(): ChildProcess {
    const server = serve(this.port, this.settings);
    if (server.stdout) createInterface(server.stdout).on('line', (line) => this.log.push(line));
    server.stderr?.on('data', (chunk: Buffer) => {
      this.said += chunk.toString('utf8');
    });
    return server;
  }

  /**
   * Starts it; `settings` are passed to its processes beside those that every portal needs, and may be made from the address
   * of its database.
   */
  static async start(settings: Variables | ((url: string) => Promise<Variables>) = {}): Promise<OwnPortal> {
    const database = await createDatabase();
    const own = typeof settings === 'function' ? await settings(database.url) : settings;
    const portal = new OwnPortal(database, await freePort(), null, own);
    await setDemonstrationClock(now, portal.sql);
    await portal.untilHealthy();
    return portal;
  }

  /** Starts it on a database that nobody has set up yet, as a bureau does that begins in earnest. */
  static async startEmpty(): Promise<OwnPortal> {
    const portal = new OwnPortal(await createDatabase(), await freePort());
    await portal.untilHealthy();
    return portal;
  }

  /** A second process on the same database, which knows the same sessions. */
  async beside(settings: Variables = {}): Promise<OwnPortal> {
    const second = new OwnPortal(this.database, await freePort(), this, settings);
    await second.untilHealthy();
    return second;
  }

  /** The origin of its pages, as a browser behind its proxy would send it. */
  get origin(): string {
    const { protocol } = new URL(this.settings.PORTAL_URL ?? this.url);
    return `${protocol}//${new URL(this.url).host}`;
  }

  /** Stores an account of one role and signs it in through the portal's own form. */
  async signIn(role: Role, agencyId: string | null = null): Promise<Officer> {
    const passwordHash = await this.passwordHash;
    const { userName, accountId } = await makeAccount(role, agencyId, { run: this.sql, passwordHash });
    const visitor = new Visitor(this.url, this.origin);
    await visitor.signIn(userName, officerPassword);
    return Object.assign(visitor, { userName, accountId });
  }

  /** Starts a process beside the server that does the portal's jobs. */
  startJobs(settings: Variables = {}): Promise<JobProcess> {
    return JobProcess.start({ ...this.settings, ...settings });
  }

  /** Freezes the server, as when its machine is paused, or lets it go on. */
  freeze(isFrozen: boolean): void {
    this.server.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT');
  }

  /** Kills the server at once, even in the middle of a request. */
  kill(): Promise<void> {
    return end(this.server, 'SIGKILL');
  }

  /** Stops the server in the middle of whatever it does (SIGSTOP), or lets it go on (SIGCONT). */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.server.kill(signal);
  }

  /** Starts the server again after it was killed. */
  async restart(): Promise<void> {
    this.server = this.serve();
    await this.untilHealthy();
  }

  /** Waits until server and database answer. */
  async untilHealthy(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.url}/api/health`).catch(() => null);
      if (answer?.ok) return;
      if (this.server.exitCode !== null) throw new Error(`the portal has ended:\n${this.said}`);
      await setTimeout(25);
    }
  }

  /** The process of the server. */
  webProcess(): number {
    return this.server.pid ?? Number.NaN;
  }

  /** The process of the database, which others use too. */
  databaseProcess(): number {
    return servingProcess(this.database.folder)?.pid ?? Number.NaN;
  }

  async stop(): Promise<void> {
    await end(this.server, 'SIGTERM');
    await this.sql.end();
    if (!this.first) await this.database.drop();
  }
}
