import type { OwnPortal } from '../own-portal';

/** Digests the rows of every table but the sessions, which note when they were last used. */
export async function storedRows({ sql }: OwnPortal): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'Session'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ digest: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(e::text, '|' ORDER BY e::text), '')) AS digest FROM "${name}" e`,
    );
    found[name] = row?.digest ?? '';
  }
  return found;
}

/**
 * Lets the database refuse every new event, so that an act which is granted fails at the event that it records, and takes
 * everything back that it wrote before.
 */
export async function keepEvents({ sql }: OwnPortal): Promise<void> {
  await sql(`CREATE FUNCTION no_event() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'no event is stored now'; END $$`);
  await sql('CREATE TRIGGER no_event BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION no_event()');
}

export async function letEventsBeStored({ sql }: OwnPortal): Promise<void> {
  await sql('DROP TRIGGER no_event ON "Event"');
  await sql('DROP FUNCTION no_event');
}
