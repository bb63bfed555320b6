import 'server-only';
import { fromPrisma, PgBoss, type Queue, type SendOptions } from 'pg-boss';
import { env } from '@/lib/server/process/env';
import { log } from '@/lib/server/process/log';
import type { Transaction } from './db';

/**
 * How the queue treats each kind of job. A worker that dies stops its heartbeats, and the queue gives its job to another;
 * so every job may run twice, and has to be idempotent.
 */
const queues = {
  /** Documents that are old enough. */
  'delete-documents': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** A document that no worker lived to end. */
  'give-up-document': { retryLimit: 5, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
  /** A document that the division asked for, and that takes as long as it takes. */
  'export-document': { retryLimit: 5, retryDelay: 2, expireInSeconds: 3_600, deleteAfterSeconds: 86_400 },
  /** Files that waited for a virus scanner out of reach. */
  'scan-evidence': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** The ladder of chasing (催办), and the retries of what could not be delivered. */
  'chase-unfiled': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** What happened to reports, told to whom it concerns. */
  'tell-events': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
} as const satisfies Record<string, Omit<Queue, 'name'>>;

export type JobName = keyof typeof queues;
export const jobNames = Object.keys(queues) as JobName[];

const ownConnections = 4;
/** Seconds between two looks for jobs whose worker fell silent, and the silence (the library's least) that tells. */
export const vigilance = { look: 5, silence: 10 };

/**
 * Opens the queue in the portal's database, which keeps it in a schema of its own (`pgboss`) and brings that up to date.
 * Only a process that works off jobs looks after the queue and its time table.
 */
export async function openQueue(use: 'sending' | 'working'): Promise<PgBoss> {
  const isWorking = use === 'working';
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: `portal-${use}`,
    max: isWorking ? ownConnections : 1,
    supervise: isWorking,
    schedule: isWorking,
    useListenNotify: isWorking,
    superviseIntervalSeconds: vigilance.look,
    monitorIntervalSeconds: vigilance.look,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
  boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  await boss.start();
  for (const name of jobNames)
    await boss.createQueue(name, { notify: true, heartbeatSeconds: vigilance.silence, ...queues[name] });
  return boss;
}

const kept = globalThis as typeof globalThis & { portalQueue?: Promise<PgBoss> };

/** The one queue of this process to send by; one that could not be opened is opened anew by the next who asks. */
function queueToSend(): Promise<PgBoss> {
  kept.portalQueue ??= openQueue('sending').catch((error: unknown) => {
    kept.portalQueue = undefined;
    throw error;
  });
  return kept.portalQueue;
}

/** Has a job done soon; with a transaction only if that is committed. */
export async function queueJob(
  name: JobName,
  data: object,
  { transaction, ...options }: SendOptions & { transaction?: Transaction } = {},
): Promise<void> {
  const boss = await queueToSend();
  await boss.send(name, data, { ...options, db: transaction && fromPrisma(transaction) });
}
