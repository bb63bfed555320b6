import { existsSync, readFileSync, statfsSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { freePort } from './free-port';
import { LongWait } from './long-wait';
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
/** Attempts at a first start before it is given up, and the pause between all attempts. */
const mostFirstTries = 10;
const pauseBetweenTries = 500;
/** A segment of the write-ahead log, without which the database does not go on. */
const leastFree = 16 * 1024 * 1024;
/** The answers of the operating system to a write when a disk, a quota or the size allowed for a file is used up. */
const fullDisk = /No space left on device|Disk quota exceeded|File too large/;

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
 * The embedded database of a data folder, which the caller has locked: it is started, started again for ever when it fails, and
 * stopped at the end.
 */
export class EmbeddedPostgres {
  private readonly cluster: Cluster;
  private readonly port = freePort();
  private starting: Promise<void> = Promise.resolve();
  private server: ClusterServer | null = null;
  private isStopping = false;
  /** The place in its log at which the words of the present server begin. */
  private logBegun = 0;

  constructor(private readonly dataFolder: string) {
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
    await stopLeftBehind(this.dataFolder);
    if (!existsSync(this.cluster.folder))
      await withProgress(messages.databaseCreating, () => createCluster(this.cluster));
    await withProgress(messages.databaseStarting, () => this.serve(true));
  }

  /**
   * Tries until the server answers. Backends outlive a killed server for a moment and keep its shared memory, and a full
   * disk stops every start until there is room again; only a first start that fails for another reason is given up.
   */
  private async serve(isFirst: boolean): Promise<void> {
    const waiting = new LongWait(() => this.trouble());
    for (let tries = 1; !this.isStopping; tries++) {
      this.logBegun = this.sizeOfLog();
      const server = await startCluster(this.cluster, await this.port);
      if (server) return this.watch(server);
      if (isFirst && tries >= mostFirstTries && !this.isDiskFull())
        throw new OperatorError(messages.databaseDoesNotStart(this.cluster.logFile));
      await waiting.wait(pauseBetweenTries);
    }
  }

  private watch(server: ClusterServer): void {
    this.server = server;
    server.process.once('exit', () => void this.restart().catch(() => undefined));
  }

  private async restart(): Promise<void> {
    this.server = null;
    if (this.isStopping) return;
    console.error(this.trouble());
    this.starting = this.serve(false);
    await this.starting;
    if (!this.isStopping) console.error(messages.databaseBack);
  }

  private trouble(): string {
    return this.isDiskFull() ? messages.databaseDiskFull : messages.databaseDied(this.cluster.logFile);
  }

  private sizeOfLog(): number {
    const { logFile } = this.cluster;
    if (!existsSync(logFile)) return 0;
    if (statSync(logFile).size > largestLog) truncateSync(logFile);
    return statSync(logFile).size;
  }

  /**
   * Says whether the server has ended, or not begun, because it could not write. Its log may lie on the same full disk and
   * then does not say so.
   */
  private isDiskFull(): boolean {
    const { folder, logFile } = this.cluster;
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < leastFree || fullDisk.test(readFileSync(logFile).subarray(this.logBegun).toString('utf8'));
  }
}
