import 'server-only';
import { fromPrisma, PgBoss, type Queue, type SendOptions } from 'pg-boss';
import { env } from '@/lib/server/process/env';
import { log } from '@/lib/server/process/log';
import { connectionSettings } from './connection';
import type { Transaction } from './db';

/**
 * Settings of the queue per kind of job. When a worker dies, its heartbeats stop and the queue gives its job to another
 * one; so every job may run twice and must be idempotent.
 */
const queues = {
  /** Deletes documents after their time. */
  'delete-documents': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** Marks a document as failed that no worker finished. */
  'give-up-document': { retryLimit: 5, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
  /** Writes a document that the division requested, however long it takes. */
  'export-document': { retryLimit: 5, retryDelay: 2, expireInSeconds: 3_600, deleteAfterSeconds: 86_400 },
  /** Opens an import again whose tasks no worker could store. */
  'give-up-plan-import': { retryLimit: 5, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
  /** Stores the tasks of a file that has many of them. */
  'store-plan-import': { retryLimit: 2, retryDelay: 2, expireInSeconds: 600, deleteAfterSeconds: 86_400 },
  /** Deletes sessions, messages and deliveries that were kept long enough. */
  'delete-old-records': { policy: 'short', retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 86_400 },
  /** Deletes stored bytes without a row, and finds rows without bytes. */
  'sweep-evidence': { policy: 'short', retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 86_400 },
  /** Scans files that wait for it, and finds missing ones that have come back. */
  'scan-evidence': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** Did a part of `notify-of-dates` until an account got one delivery for everything; a stored job is still run. */
  'chase-unfiled': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** Notifies people of dates: the chasing schedule (催办), opened periods, overdue reports; retries failed deliveries. */
  'notify-of-dates': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** Sends messages together that came in numbers. */
  'send-digests': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
  /** Notifies people of an agency that was renamed, or that is no more. */
  'tell-agency-change': { retryLimit: 5, retryDelay: 2, expireInSeconds: 300, deleteAfterSeconds: 86_400 },
  /** Notifies people of the events of reports. */
  'tell-events': { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 },
} as const satisfies Record<string, Omit<Queue, 'name'>>;

export type JobName = keyof typeof queues;
export const jobNames = Object.keys(queues) as JobName[];

const ownConnections = 4;
/**
 * Seconds between checks for jobs whose worker has died, and seconds without a heartbeat (the library's least) that
 * indicate it.
 */
const supervision = { interval: 5, silence: 10 };

/**
 * Opens the queue, which the portal's database keeps in a separate schema (`pgboss`) and which is migrated on opening.
 * Only a process that runs jobs supervises the queue and its schedule.
 */
export async function openQueue(use: 'sending' | 'working'): Promise<PgBoss> {
  const isWorking = use === 'working';
  const boss = new PgBoss({
    ...connectionSettings(env().DATABASE_URL, use, 'background'),
    max: isWorking ? ownConnections : 1,
    supervise: isWorking,
    schedule: isWorking,
    useListenNotify: isWorking,
    superviseIntervalSeconds: supervision.interval,
    monitorIntervalSeconds: supervision.interval,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
  boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  await boss.start();
  for (const name of jobNames)
    await boss.createQueue(name, { notify: true, heartbeatSeconds: supervision.silence, ...queues[name] });
  return boss;
}

const kept = globalThis as typeof globalThis & { portalQueue?: Promise<PgBoss> };

/** The one queue of this process for sending; after a failure to open it, the next call tries again. */
function queueToSend(): Promise<PgBoss> {
  kept.portalQueue ??= openQueue('sending').catch((error: unknown) => {
    kept.portalQueue = undefined;
    throw error;
  });
  return kept.portalQueue;
}

/** Queues a job; with a transaction, only if that is committed. */
export async function queueJob(
  name: JobName,
  data: object,
  { transaction, ...options }: SendOptions & { transaction?: Transaction } = {},
): Promise<void> {
  const boss = await queueToSend();
  await boss.send(name, data, { ...options, db: transaction && fromPrisma(transaction) });
}
