import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { realNow } from '@/lib/server/clock';
import { databaseTroubleOf } from '@/lib/server/database/database-trouble';
import { db, pool } from '@/lib/server/database/db';
import { migrationHealth } from '@/lib/server/database/migration-health';
import { rowsOf } from '@/lib/server/database/rows';
import { diskHealth, evidenceHealth } from '@/lib/server/files/evidence-health';
import { log } from '@/lib/server/process/log';
import { clockSkew } from '@/lib/server/process/machine-clock';
import { writeHeartbeat } from './heartbeat';

type Check = { ok: boolean; reason?: string; [detail: string]: unknown };

/** Milliseconds: a check without an answer has failed; the longest silence of a worker; the most that clocks may differ. */
const limits = { answer: 2_000, silence: 120_000, skew: 2_000 };

/** Writes into the database, because one that only reads, such as one with a full disk, serves nobody. */
async function checkDatabase(): Promise<Check> {
  await writeHeartbeat('web');
  return { ok: true };
}

/** More who wait for a connection than there are connections. */
function checkPool(): Check {
  const { totalCount: open, idleCount: idle, waitingCount: waiting, options } = pool;
  return { ok: waiting <= options.max, open, idle, waiting };
}

/** A worker has been silent, or a job waits for which no other of its kind is running. */
async function checkJobs(): Promise<Check> {
  const beat = await db.heartbeat.findUnique({ where: { name: 'jobs' } });
  if (!beat) return { ok: false, reason: 'no-worker' };
  const since = new Date(realNow().getTime() - limits.silence);
  if (beat.at < since) return { ok: false, reason: 'no-worker', lastAt: beat.at };
  const waiting = await rowsOf(z.object({ name: z.string() }))`
    SELECT DISTINCT j.name FROM pgboss.job j WHERE j.state IN ('created', 'retry') AND j.start_after < ${since}
      AND NOT EXISTS (SELECT FROM pgboss.job a WHERE a.name = j.name AND a.state = 'active')`;
  return waiting.length > 0
    ? { ok: false, reason: 'jobs-wait', queues: waiting.map(({ name }) => name) }
    : { ok: true };
}

function checkClock(): Check {
  const skew = Math.round(clockSkew());
  return { ok: Math.abs(skew) <= limits.skew, skewMilliseconds: skew };
}

/** The reason without its details, which may name folders and hosts: the health is read by strangers too. */
async function checkEvidence(): Promise<Check> {
  const { ok, reason } = await evidenceHealth();
  return { ok, reason };
}

async function checkDisk(): Promise<Check> {
  const { ok, reason } = await diskHealth();
  return { ok, reason };
}

const checks = {
  database: checkDatabase,
  pool: checkPool,
  jobs: checkJobs,
  evidence: checkEvidence,
  disk: checkDisk,
  migrations: migrationHealth,
  clock: checkClock,
} satisfies Record<string, () => Check | Promise<Check>>;

/** Checks without which no request can be served; the others are for those who look after the portal. */
const decisive = new Set(['database']);

export type Health = { status: 'ok' | 'degraded' | 'unavailable'; checks: Record<string, Check> };

async function outcomeOf(name: string, check: () => Check | Promise<Check>): Promise<[string, Check]> {
  const slow = setTimeout(limits.answer, { ok: false, reason: 'no-answer' } as Check, { ref: false });
  try {
    return [name, await Promise.race([check(), slow])];
  } catch (error) {
    log.warn({ err: error, check: name }, 'a check of the health failed');
    return [name, { ok: false, reason: databaseTroubleOf(error) ?? 'failed' }];
  }
}

async function examine(): Promise<Health> {
  const outcomes = await Promise.all(Object.entries(checks).map(([name, check]) => outcomeOf(name, check)));
  const failed = outcomes.filter(([, { ok }]) => !ok).map(([name]) => name);
  const status = failed.some((name) => decisive.has(name)) ? 'unavailable' : failed.length > 0 ? 'degraded' : 'ok';
  return { status, checks: Object.fromEntries(outcomes) };
}

let recent: Promise<Health> | null = null;
/** Milliseconds for which an outcome is given again, so that asking often costs nothing. */
const validity = 1_000;

/** Examines what the portal needs: one examination at a time, whose outcome holds for a second. */
export function portalHealth(): Promise<Health> {
  if (!recent) {
    recent = examine();
    void recent
      .then(() => setTimeout(validity, undefined, { ref: false }))
      .then(() => {
        recent = null;
      });
  }
  return recent;
}
