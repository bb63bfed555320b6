import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { expect } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import type { Result } from '@/lib/domain/refusal';
import { makeAccount } from './accounts';
import { makeReport, type WantedReport } from './reports';
import { sql } from './sql';
import { codeOf, eventNamesOf, storedReport } from './writing';

export const rounds = Array.from({ length: 25 }, (_, index) => index);

export type Racers = (report: { id: string; reporter: Actor; taskIds: string[] }) => (() => Promise<Result<unknown>>)[];

/** Locks the report's row until all commands have read it and wait to write, so that none sees another's write. */
async function headToHead(id: string, run: readonly (() => Promise<Result<unknown>>)[]) {
  const holder = new pg.Client(process.env.DATABASE_URL);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM "Report" WHERE id = $1 FOR UPDATE', [id]);
  const results = Promise.all(run.map((each) => each()));
  const waiting = 'SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = $1';
  while ((await sql(waiting, ['Lock'])).length < run.length) await setImmediate();
  await holder.end();
  return results;
}

/** Starts two or more commands at once on a new report, and gives their outcomes and that of the report. */
export async function race(wanted: WantedReport, racers: Racers, isHeld: boolean) {
  const { id, agencyId, taskIds } = await makeReport({ tasks: 1, ...wanted });
  const reporter = await makeAccount('reporter', agencyId);
  const run = racers({ id, reporter, taskIds });
  const results = await (isHeld ? headToHead(id, run) : Promise.all(run.map((each) => each())));
  const count = async (table: string) => (await sql(`SELECT FROM "${table}" WHERE "reportId" = $1`, [id])).length;
  return {
    won: results.filter((result) => result.ok).length,
    values: results.flatMap((result) => (result.ok ? [result.value] : [])),
    lost: results.flatMap((result) => codeOf(result) ?? []),
    winner: results.findIndex((result) => result.ok),
    report: await storedReport(id),
    events: await eventNamesOf(id),
    versions: await count('FiledVersion'),
    reviews: await count('Review'),
    publications: await count('Publication'),
    extensions: await count('Extension'),
    entries: await count('Entry'),
  };
}

type Outcome = Awaited<ReturnType<typeof race>>;

/** A command that did not read at the same moment may find the status changed; one that did has an outdated version. */
const beaten = /^(stale|wrong-status|review-begun|extension-pending|no-extension-pending|no-proposal)$/;

/** In every second round all commands read before any writes; in the others they run as they come. */
export async function expectOneWinner(wanted: WantedReport, racers: Racers, expectOutcome: (outcome: Outcome) => void) {
  for (const round of rounds) {
    const isHeld = round % 2 === 0;
    const outcome = await race(wanted, racers, isHeld);
    expect(outcome.won).toBe(1);
    expect(outcome.lost.filter((code) => !(isHeld ? code === 'stale' : beaten.test(code)))).toEqual([]);
    expect(outcome.events).toHaveLength(1);
    expect(outcome.report.version).toBe(8);
    expectOutcome(outcome);
  }
}
