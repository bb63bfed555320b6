import { existsSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from './console-messages.mjs';
import { freePort } from './free-port';
import { OperatorError } from './operator-error';
import {
  type Cluster,
  type ClusterServer,
  clusterUrl,
  createCluster,
  servingProcess,
  startCluster,
  stopProcess,
} from './postgres-cluster';
import { withProgress } from './progress.mjs';

const largestLog = 10_000_000;
/** Most restarts of the database within this time before it is given up. */
const restarts = { most: 5, within: 60_000 };

/** Gives the cluster of a data folder. */
export function embeddedCluster(dataFolder: string): Cluster {
  return { folder: path.join(dataFolder, 'postgres'), logFile: path.join(dataFolder, 'postgres.log') };
}

/** Stops the server of a portal that was killed. */
export async function stopLeftBehind(dataFolder: string): Promise<void> {
  const serving = servingProcess(embeddedCluster(dataFolder).folder);
  if (!serving) return;
  console.log(messages.databaseLeftBehind(serving.pid));
  await stopProcess(serving.pid);
}

/**
 * The embedded database of a data folder, which the caller has locked: it is started, restarted on failure, and stopped
 * at the end.
 */
export class EmbeddedPostgres {
  private readonly cluster: Cluster;
  private readonly port = freePort();
  private starting: Promise<void> = Promise.resolve();
  private server: ClusterServer | null = null;
  private isStopping = false;
  private deaths: number[] = [];

  /** `giveUp` is called when the database, once started, keeps failing. */
  constructor(
    private readonly dataFolder: string,
    private readonly giveUp: (reason: unknown) => void,
  ) {
    this.cluster = embeddedCluster(dataFolder);
  }

  /** Creates the cluster when there is none, and starts it. */
  start(): Promise<void> {
    this.starting = this.begin();
    return this.starting;
  }

  /** Stops it, even while it is starting. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.starting.catch(() => undefined);
    if (this.server?.process.pid) await stopProcess(this.server.process.pid);
  }

  /** Gives the address of one of its databases. */
  async url(database: string): Promise<string> {
    return clusterUrl(this.cluster, await this.port, database);
  }

  private async begin(): Promise<void> {
    const { folder, logFile } = this.cluster;
    await stopLeftBehind(this.dataFolder);
    if (!existsSync(folder)) await withProgress(messages.databaseCreating, () => createCluster(this.cluster));
    if (existsSync(logFile) && statSync(logFile).size > largestLog) truncateSync(logFile);
    await withProgress(messages.databaseStarting, () => this.serve());
  }

  /**
   * Backends outlive a killed server for a moment and keep its shared memory, so that the next start fails and is tried
   * again.
   */
  private async serve(): Promise<void> {
    for (let tries = 0; tries < 10 && !this.isStopping; tries++) {
      const server = await startCluster(this.cluster, await this.port);
      if (server) return this.watch(server);
      await pause(500);
    }
    throw new OperatorError(messages.databaseDoesNotStart(this.cluster.logFile));
  }

  private watch(server: ClusterServer): void {
    this.server = server;
    server.process.once('exit', () => void this.restart());
  }

  private async restart(): Promise<void> {
    this.server = null;
    if (this.isStopping) return;
    this.deaths = [...this.deaths, Date.now()].filter((at) => Date.now() - at < restarts.within);
    try {
      if (this.deaths.length > restarts.most)
        throw new OperatorError(messages.databaseKeepsDying(this.cluster.logFile));
      console.error(messages.databaseDied);
      this.starting = this.serve();
      await this.starting;
      console.error(messages.databaseBack);
    } catch (error) {
      this.giveUp(error);
    }
  }
}
