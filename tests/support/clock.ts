import { type Sql, sql } from './sql';

/** Sets the clock of the demonstration to an instant, from which it runs on, as `setClock` does; sets it up if need be. */
export async function setDemonstrationClock(instant: Date, run: Sql = sql): Promise<void> {
  await run(
    `INSERT INTO "Portal" (id, "setUpAs", "clockOffset")
     VALUES (1, 'demonstration', round(extract(epoch FROM $1::timestamptz - clock_timestamp())))
     ON CONFLICT (id) DO UPDATE SET "clockOffset" = excluded."clockOffset"`,
    [instant],
  );
}

/**
 * Stops the database's one clock at an instant, to the microsecond, because behaviour exactly at a boundary cannot be
 * tested with a clock that runs. Everything else of the database stays as it is.
 */
export async function standStill(instant: string, run: Sql = sql): Promise<void> {
  await run(
    `CREATE OR REPLACE FUNCTION portal_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
     BEGIN RETURN '${instant}'::timestamptz; END $$`,
  );
}

/** Returns the definition of the clock, which `letClockRun` restores. */
export async function keepClock(): Promise<string> {
  const [kept] = await sql<{ source: string }>(`SELECT pg_get_functiondef('portal_now()'::regprocedure) AS source`);
  if (!kept) throw new Error('the database has no clock');
  return kept.source;
}

export async function letClockRun(kept: string): Promise<void> {
  await sql(kept);
}
